# reportgen in an image:  docker build -t reportgen .
#                         docker run --rm -v "$PWD:/memos" -u "$(id -u):$(id -g)" reportgen make briefs
FROM python:3.12-slim
COPY . /opt/reportgen
RUN EXTRAS=xlsx /opt/reportgen/ci/install && ln -s /opt/reportgen/ci/build-memos /usr/local/bin/build-memos
WORKDIR /memos
ENTRYPOINT ["reportgen"]
CMD ["--help"]
