"""What tokenize asks for: there is no tokenizer of Python's grammar in Python here."""


class TokenizerIter:
    def __init__(self, readline, **options):
        raise NotImplementedError("tokenize: there is no tokenizer here")
