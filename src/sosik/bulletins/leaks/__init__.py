"""The leak scan: is a line that nobody may read anywhere in what is to be published, in whatever encoding?"""
