"""Tables that compare: positions, proposals, options; actors, commitments, and the key to words of likelihood."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.document import Block, Cell, Section, Table
from reportgen.document.walk import lines_of, walk

Make = Callable[[str, str], tuple[Block, ...]]


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [line for block in blocks for line in lines_of(block)]


def tables(blocks: tuple[Block, ...]) -> list[list[list[list[str]]]]:
    """Return the lines of each cell of each row of each table."""
    found = [node for block in blocks for node in walk(block) if isinstance(node, Table)]
    return [[[[*lines_of(cell)] for cell in row.cells] for row in (*one.head, *one.body)] for one in found]


def tones(blocks: tuple[Block, ...]) -> list[str]:
    return [node.tone for block in blocks for node in walk(block) if isinstance(node, Cell) and node.tone != "plain"]


ISSUES = """actors: {ua: Ukraine, ru: Russia, un: The UN}
talks: {parties: [ua, ru]}
issues:
  - id: land
    title: Land
    positions: {ua: {position: all, strength: insists}, ru: half}
    common_ground: Both want maps.
    distance: Half the land
  - {id: peace, title: Peace, shared_position: {position: soon}}
  - {id: trade, title: Trade}
"""


def test_common_ground_stands_between_two_parties(section: Make) -> None:
    made = section("positions-comparison", ISSUES)
    assert tables(made) == [
        [[["Ukraine"], ["Common ground"], ["Russia"]], [["all (insists)"], ["Both want maps."], ["half"]]],
        [[["Ukraine"], ["Common ground"], ["Russia"]], [["not stated"], ["Ukraine, Russia: soon"], ["not stated"]]],
    ]
    assert words(made)[:2] == ["Positions compared", "Land"]
    assert "Distance: Half the land" in words(made)


def test_common_ground_can_stand_behind_the_positions(section: Make) -> None:
    made = section("{builder: positions-comparison, between: false}", ISSUES)
    assert tables(made)[0][0] == [["Ukraine"], ["Russia"], ["Common ground"]]
    three = ISSUES.replace("ru: half}", "ru: half, un: a line}")
    assert tables(section("positions-comparison", three))[0][0][-1] == ["Common ground"]


def test_issues_without_a_position_are_not_compared(section: Make) -> None:
    assert section("positions-comparison", "issues: [{id: a, title: A, common_ground: B.}]\n") == ()


PROPOSALS = """issues: [{id: land, title: Land}, {id: trade, title: Trade}]
proposals:
  - {title: One, status: tabled, points: [{text: A, issues: land, status: accepted}, {text: B, issues: land}, Peace]}
  - {title: Two, points: [{text: C, issues: [land, trade]}]}
  - {title: Three, text: Empty.}
"""


def test_proposals_are_compared_by_issue(section: Make) -> None:
    made = section("{builder: proposals, compared: true}", PROPOSALS)
    assert words(made)[:6] == ["Proposals", "One", "Status: tabled", "Two", "Three", "Empty."]
    assert tables(made) == [
        [
            [["Issue"], ["One"], ["Two"]],
            [["Land"], ["A", "Status: accepted", "B"], ["C"]],
            [["Trade"], ["not stated"], ["C"]],
            [["Other points"], ["Peace"], ["not stated"]],
        ]
    ]


def test_one_proposal_is_not_compared_and_keeps_its_points(section: Make) -> None:
    made = section("{builder: proposals, compared: true}", "proposals: [{title: One, points: [A, B]}]\n")
    assert tables(made) == []
    assert words(made) == ["Proposals", "One", "A", "B"]


OPTIONS = """options:
  criteria: [{id: cost, title: Cost, weight: 2}, {id: speed, title: Speed}]
  courses:
    - {id: wait, title: Wait, text: Do nothing., do_nothing: true, pros: [Cheap, Easy], scores: {cost: Good}}
    - {id: act, title: Act, recommended: true, cons: Dear, risks: [{text: Failure, likelihood: low}]}
"""


def test_options_are_told_then_compared_by_the_criteria(section: Make) -> None:
    made = section("options", OPTIONS)
    assert tables(made) == [
        [
            [["Option"], ["Cost (weight: 2)"], ["Speed"]],
            [["Wait", "Nothing is done"], ["Good"], ["not stated"]],
            [["Act", "Recommended"], ["not stated"], ["not stated"]],
        ]
    ]
    assert tones(made) == ["good"]
    assert [node.id for node in walk(made[0]) if isinstance(node, Section)][1:] == ["wait", "act"]


def test_an_option_of_which_only_scores_are_given_stands_in_the_table_alone(section: Make) -> None:
    brief = "options: {criteria: [{id: c, title: C}], courses: [{title: A, scores: {c: x}}, {title: B, text: B.}]}\n"
    assert words(section("options", brief)) == ["Options", "B", "B.", "Option", "C", "A", "x", "B", "not stated"]
    assert words(section("options", "options: [{title: A}]\n")) == ["Options", "A"]


def test_options_can_stand_in_one_table(section: Make) -> None:
    made = section("{builder: options, form: table, facets: [text, pros, cons, risks, legal]}", OPTIONS)
    assert tables(made)[0] == [
        [["Option"], ["What it is"], ["For"], ["Against"], ["Risks"]],
        [["Wait", "Nothing is done"], ["Do nothing."], ["Cheap", "Easy"], ["not stated"], ["not stated"]],
        [["Act", "Recommended"], ["not stated"], ["not stated"], ["Dear"], ["Failure", "Likelihood: low"]],
    ]
    assert tables(made)[1] == tables(section("options", OPTIONS))[0]


def test_options_without_scores_need_no_table_besides_their_sections(section: Make) -> None:
    assert tables(section("options", "options: [{title: Wait, pros: Cheap}]\n")) == []


def test_actors_can_stand_in_a_table(section: Make) -> None:
    brief = """actors:
  a: {name: Aland, kind: state, roles: [party, donor], constraints: Elections.}
  e: {name: X, office: Envoy, acts_for: a}
  b: Bland
"""
    made = section("{builder: actors, form: table}", brief)
    assert tables(made) == [
        [
            [["Actor"], ["Role"], ["Acts for"], ["Constraints at home"]],
            [["Aland"], ["state", "party, donor"], [], ["Elections."]],
            [["X"], ["Envoy"], ["Aland"], []],
        ]
    ]
    assert section("{builder: actors, form: table}", "actors: {b: Bland}\n") == ()


def test_how_far_a_commitment_is_met_is_said_in_word_and_tone(section: Make) -> None:
    made = section("implementation", "implementation: [{text: A, status: 0}, {text: B, status: full}, {text: C}]\n")
    assert [row[-1] for row in tables(made)[0][1:]] == [["not initiated"], ["full"], ["not stated"]]
    assert tones(made) == ["bad", "good"]


SCENARIOS = """scenarios:
  - {title: Deal, likelihood: Likely, confidence: {level: low, basis: One source}}
  - {title: War, likelihood: {scale: phia, word: unlikely}}
  - {title: Drift, likelihood: {percent: 40}}
outcomes: {milestones: [{text: M, likelihood: remote}]}
"""


def test_the_key_has_the_words_that_are_used(section: Make) -> None:
    made = section("confidence", SCENARIOS)
    assert tables(made) == [
        [[["Likelihood"], ["Percent"]], [["remote"], ["1–5%"]], [["likely"], ["55–80%"]]],
        [[["Likelihood"], ["Percent"]], [["unlikely"], ["25–35%"]]],
    ]
    assert words(made)[-1] == "Deal: low – One source"
    assert "Deal: low – One source" not in words(section("{builder: confidence, basis: false}", SCENARIOS))


def test_without_words_of_likelihood_and_confidence_there_is_no_key(section: Make) -> None:
    assert section("confidence", "scenarios: [{title: Drift, likelihood: {percent: 40}}]\n") == ()


def test_actions_that_nobody_has_committed_to_can_have_rows(section: Make) -> None:
    brief = """outcomes: {milestones: [{id: m, text: Meters, indicator: They run}]}
recommendations:
  actions: [{id: a, text: Act, owner: Desk, due: 2027-03-01, milestones: m}, {id: b, text: Wait}]
implementation: [{text: Waited, action: b, status: full}]
"""
    entry = "{builder: implementation, actions: true}"
    assert [row[0][0] for row in tables(section(entry, brief))[0][1:]] == ["Waited", "Act"]
    assert tables(section(entry, brief))[0][2][1:] == [
        ["Desk"],
        ["1 March 2027"],
        ["Indicator: They run"],
        ["not stated"],
    ]
    assert len(tables(section("implementation", brief))[0]) == 2
