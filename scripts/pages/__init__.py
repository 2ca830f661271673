"""The pages of the reference, each made out of what the program itself knows: models, files of data, commands."""
