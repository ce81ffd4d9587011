"""The reader of XML that `xml.etree` and `xml.dom.minidom` stand on, with the handlers and errors of Expat.

What it is not: one that reads while a document comes in: it begins with the last part. External entities are not fetched.
Start reading at `XMLParserType`.
"""

import re
import types

EXPAT_VERSION, version_info = "expat_2.7.1", (2, 7, 1)
native_encoding, features = "UTF-8", []
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)

_MESSAGES = {
    1: "out of memory", 2: "syntax error", 3: "no element found", 4: "not well-formed (invalid token)", 5: "unclosed token",
    6: "partial character", 7: "mismatched tag", 8: "duplicate attribute", 9: "junk after document element",
    11: "undefined entity", 18: "unknown encoding", 20: "unclosed CDATA section", 27: "unbound prefix",
    36: "parsing finished",
}  # fmt: skip
_SYNTAX, _EMPTY, _TOKEN, _UNCLOSED, _MISMATCH, _TWICE, _JUNK, _ENTITY = 2, 3, 4, 5, 7, 8, 9, 11
_ENCODING, _CDATA, _PREFIX, _FINISHED = 18, 20, 27, 36
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"

_NAME = re.compile(r"[A-Za-z_:\u0080-\U0010ffff][\w:.\-\u00b7\u0080-\U0010ffff]*")
_SPACE = re.compile(r"[ \t\n]*")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([A-Za-z_:\u0080-\U0010ffff][\w:.\-]*));")
_DECLARED = re.compile(r"""<\?xml\s+version\s*=\s*["']([^"']*)["'](?:\s+encoding\s*=\s*["']([^"']*)["'])?"""
                       r"""(?:\s+standalone\s*=\s*["'](yes|no)["'])?\s*\?>""")  # fmt: skip
_DOCTYPE = re.compile(r"""<!DOCTYPE\s+([^\s\[>]+)(?:\s+SYSTEM\s+(["'])(.*?)\2|\s+PUBLIC\s+(["'])(.*?)\4\s*(?:(["'])(.*?)\6)?)?\s*"""
                      r"""(\[(?:[^\]"']|"[^"]*"|'[^']*')*\]\s*)?>""", re.S)  # fmt: skip
_ENTITY_DECLARED = re.compile(r"""<!ENTITY\s+([^\s%]+)\s+(["'])(.*?)\2\s*>""", re.S)


class ExpatError(Exception):
    """What is wrong with a document, and where."""

    __module__ = "xml.parsers.expat"


error = ExpatError


def ErrorString(code, /):
    """What an error's number stands for."""
    return _MESSAGES.get(code)


def _module(name, **values):
    module = types.ModuleType(f"pyexpat.{name}")
    module.__dict__.update(values)
    return module


errors = _module(
    "errors",
    messages=dict(_MESSAGES),
    codes={message: code for code, message in _MESSAGES.items()},
    XML_ERROR_SYNTAX=_MESSAGES[_SYNTAX],
    XML_ERROR_NO_ELEMENTS=_MESSAGES[_EMPTY],
    XML_ERROR_INVALID_TOKEN=_MESSAGES[_TOKEN],
    XML_ERROR_UNCLOSED_TOKEN=_MESSAGES[_UNCLOSED],
    XML_ERROR_TAG_MISMATCH=_MESSAGES[_MISMATCH],
    XML_ERROR_DUPLICATE_ATTRIBUTE=_MESSAGES[_TWICE],
    XML_ERROR_JUNK_AFTER_DOC_ELEMENT=_MESSAGES[_JUNK],
    XML_ERROR_UNDEFINED_ENTITY=_MESSAGES[_ENTITY],
    XML_ERROR_UNBOUND_PREFIX=_MESSAGES[_PREFIX],
    XML_ERROR_FINISHED=_MESSAGES[_FINISHED],
)
model = _module("model")

_HANDLERS = (
    "AttlistDeclHandler", "CharacterDataHandler", "CommentHandler", "DefaultHandler", "DefaultHandlerExpand",
    "ElementDeclHandler", "EndCdataSectionHandler", "EndDoctypeDeclHandler", "EndElementHandler", "EndNamespaceDeclHandler",
    "EntityDeclHandler", "ExternalEntityRefHandler", "NotStandaloneHandler", "NotationDeclHandler",
    "ProcessingInstructionHandler", "SkippedEntityHandler", "StartCdataSectionHandler", "StartDoctypeDeclHandler",
    "StartElementHandler", "StartNamespaceDeclHandler", "UnparsedEntityDeclHandler", "XmlDeclHandler",
)  # fmt: skip


class XMLParserType:
    """Reads a document and calls handlers, which are attributes."""

    def __init__(self, encoding, namespace_separator, intern):
        self._encoding, self._separator, self.intern = encoding, namespace_separator, intern
        self._parts, self._is_finished, self._base = [], False, None
        self.buffer_text = self.ordered_attributes = self.specified_attributes = self.namespace_prefixes = False
        self.buffer_size, self.buffer_used = 8192, 0
        self._text, self._at, self._open, self._had_root = "", 0, [], False
        self._entities, self._spaces = dict(_ENTITIES), [{"xml": _XML_NAMESPACE}]
        for name in _HANDLERS:
            setattr(self, name, None)

    # What is asked of it

    def Parse(self, data, isfinal=False, /):
        if self._is_finished:
            self._fail(_FINISHED, self._at)
        if not isinstance(data, (str, bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        self._parts.append(data)
        if isfinal:
            self._is_finished = True
            self._text = self._decoded().replace("\r\n", "\n").replace("\r", "\n")
            self._document()
        return 1

    def ParseFile(self, file, /):
        return self.Parse(file.read(), True)

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return self._base

    def GetInputContext(self):
        return None

    def SetParamEntityParsing(self, flag, /):
        """Whether external parts are read: none are. 1 says that the question was understood."""
        return 1

    def UseForeignDTD(self, flag=True, /):
        if flag:
            raise NotImplementedError("pyexpat: external parts of documents are not read here")

    def GetReparseDeferralEnabled(self):
        return False

    def SetReparseDeferralEnabled(self, enabled, /):
        """Nothing is read before the document's end, and nothing twice."""

    @property
    def CurrentLineNumber(self):
        return self._text.count("\n", 0, self._at) + 1

    @property
    def CurrentColumnNumber(self):
        return self._at - (self._text.rfind("\n", 0, self._at) + 1)

    @property
    def CurrentByteIndex(self):
        return len(self._text[: self._at].encode())

    ErrorLineNumber, ErrorColumnNumber, ErrorByteIndex = CurrentLineNumber, CurrentColumnNumber, CurrentByteIndex
    ErrorCode = 0

    # How it reads

    def _decoded(self):
        if all(isinstance(part, str) for part in self._parts):
            return "".join(self._parts).removeprefix("\ufeff")
        data = b"".join(part.encode() if isinstance(part, str) else bytes(part) for part in self._parts)
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        said = _DECLARED.match(data[:200].decode("latin-1"))
        encoding = self._encoding or (said and said[2]) or "utf-8"
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except LookupError:
            self._fail(_ENCODING, 0)
        except UnicodeDecodeError as wrong:
            self._text = data[: wrong.start].decode(encoding)
            self._fail(_TOKEN, len(self._text))

    def _fail(self, code, at):
        self._at, self.ErrorCode = at, code
        line, column = self.CurrentLineNumber, self.CurrentColumnNumber
        wrong = ExpatError(f"{_MESSAGES[code]}: line {line}, column {column}")
        wrong.code, wrong.lineno, wrong.offset = code, line, column
        raise wrong

    def _tell(self, name, *values):
        handler = getattr(self, name)
        if handler is not None:
            handler(*values)
        return handler is not None

    def _document(self):
        text, at = self._text, self._declaration()
        while at < len(text):
            self._at = at
            at = self._piece(at) if text[at] == "<" else self._characters(at)
        self._at = at
        if self._open or not self._had_root:
            self._fail(_EMPTY, len(text))

    def _declaration(self):
        if not self._text.startswith("<?xml"):
            return 0
        found = _DECLARED.match(self._text)
        if found is None:
            return 0
        standalone = {None: -1, "no": 0, "yes": 1}[found[3]]
        self._tell("XmlDeclHandler", found[1], found[2], standalone)
        return found.end()

    def _piece(self, at):
        """What begins with `<`; where it ends."""
        text = self._text
        if text.startswith("<!--", at):
            end = self._end_of("-->", at + 4, at)
            self._tell("CommentHandler", text[at + 4 : end])
            return end + 3
        if text.startswith("<![CDATA[", at):
            return self._cdata(at)
        if text.startswith("<?", at):
            return self._instruction(at)
        if text.startswith("<!DOCTYPE", at):
            return self._doctype(at)
        if text.startswith("</", at):
            return self._end_tag(at)
        return self._start_tag(at)

    def _end_of(self, mark, start, opened):
        end = self._text.find(mark, start)
        if end < 0:
            self._fail(_UNCLOSED, opened)
        return end

    def _cdata(self, at):
        if not self._open:
            self._fail(_JUNK if self._had_root else _SYNTAX, at)
        end = self._text.find("]]>", at)
        if end < 0:
            self._fail(_CDATA, len(self._text))
        self._tell("StartCdataSectionHandler")
        if end > at + 9:
            self._tell("CharacterDataHandler", self._text[at + 9 : end])
        self._tell("EndCdataSectionHandler")
        return end + 3

    def _instruction(self, at):
        name = _NAME.match(self._text, at + 2)
        if name is None or name[0].lower() == "xml":
            self._fail(_TOKEN, at + 2)
        end = self._end_of("?>", name.end(), at)
        self._tell("ProcessingInstructionHandler", name[0], self._text[name.end() : end].lstrip(" \t\n"))
        return end + 2

    def _doctype(self, at):
        found = _DOCTYPE.match(self._text, at)
        if found is None or self._had_root:
            self._fail(_SYNTAX, at)
        system, subset = found[3] or found[7], found[8]
        self._tell("StartDoctypeDeclHandler", found[1], system, found[5], int(subset is not None))
        for name, _, value in _ENTITY_DECLARED.findall(subset or ""):
            self._entities.setdefault(name, value)
            self._tell("EntityDeclHandler", name, 0, value, self._base, None, None, None)
        self._tell("EndDoctypeDeclHandler")
        return found.end()

    def _characters(self, at):
        text = self._text
        end = text.find("<", at)
        end = len(text) if end < 0 else end
        if self._open:
            self._tell("CharacterDataHandler", self._expanded(at, end))
        elif text[at:end].strip(" \t\n"):
            self._fail(_JUNK if self._had_root else _SYNTAX, _SPACE.match(text, at).end())
        return end

    def _expanded(self, start, end):
        """A part of the text with what its entities stand for."""
        text, parts = self._text, []
        while (found := text.find("&", start, end)) >= 0:
            parts.append(text[start:found])
            reference = _REFERENCE.match(text, found, end)
            if reference is None:
                self._fail(_TOKEN, found + 1)
            parts.append(self._referred(reference))
            start = reference.end()
        return "".join([*parts, text[start:end]])

    def _referred(self, reference):
        hexadecimal, number, name = reference.groups()
        if name is None:
            return chr(int(hexadecimal, 16) if hexadecimal else int(number))
        if name not in self._entities:
            self._fail(_ENTITY, reference.start())
        return self._entities[name]

    def _start_tag(self, at):
        text = self._text
        if self._had_root and not self._open:
            self._fail(_JUNK, at)
        name = _NAME.match(text, at + 1)
        if name is None:
            self._fail(_UNCLOSED if at + 1 == len(text) else _TOKEN, at + (at + 1 < len(text)))
        attributes, here = self._attributes(at, name.end())
        is_empty = text.startswith("/>", here)
        self._had_root = True
        self._begin(name[0], attributes, at)
        if is_empty:
            self._end()
        return here + 1 + is_empty

    def _attributes(self, opened, here):
        """Names, values and places in a tag, and where it closes."""
        text, found = self._text, []
        while True:
            spaces = _SPACE.match(text, here).end()
            if spaces >= len(text):
                self._fail(_UNCLOSED, opened)
            if text[spaces] == ">" or text.startswith("/>", spaces):
                return found, spaces
            name = _NAME.match(text, spaces)
            if name is None or spaces == here:
                self._fail(_TOKEN, spaces)
            value, here = self._value(name.end(), opened)
            if any(name[0] == other for other, _, _ in found):
                self._fail(_TWICE, spaces)
            found.append((name[0], value, spaces))

    def _value(self, here, opened):
        """The value of an attribute, behind its name, and where it ends."""
        text = self._text
        equals = _SPACE.match(text, here).end()
        self._expect("=", equals, opened)
        quote = _SPACE.match(text, equals + 1).end()
        self._expect("'\"", quote, opened)
        end = self._end_of(text[quote], quote + 1, opened)
        if (less := text.find("<", quote, end)) >= 0:
            self._fail(_TOKEN, less)
        return self._expanded(quote + 1, end).translate({9: " ", 10: " "}), end + 1

    def _expect(self, letters, at, opened):
        """Refuses a tag that has no such letter there, or ends before it."""
        if at >= len(self._text):
            self._fail(_UNCLOSED, opened)
        if self._text[at] not in letters:
            self._fail(_TOKEN, at)

    def _begin(self, name, attributes, at):
        declared = []
        if self._separator is not None:
            declared = [(told[6:] or None, value) for told, value, _ in attributes if told == "xmlns" or told.startswith("xmlns:")]
            attributes = [each for each in attributes if each[0] != "xmlns" and not each[0].startswith("xmlns:")]
        self._spaces.append({**self._spaces[-1], **dict(declared)})
        for prefix, uri in declared:
            self._tell("StartNamespaceDeclHandler", prefix, uri or None)
        full = self._full(name, at + 1, True)
        self._open.append((name, full, declared))
        pairs = [(self._full(told, place, False), value) for told, value, place in attributes]
        given = [text for pair in pairs for text in pair] if self.ordered_attributes else dict(pairs)
        self._tell("StartElementHandler", full, given)

    def _full(self, name, at, is_element):
        """A name with the address of its namespace."""
        if self._separator is None:
            return name
        prefix, colon, local = name.rpartition(":")
        if not colon and not is_element:
            return name
        spaces = self._spaces[-1]
        if colon and prefix not in spaces:
            self._fail(_PREFIX, at - is_element)
        uri = spaces.get(prefix or None)
        if not uri:
            return name
        told = f"{uri}{self._separator}{local}"
        return f"{told}{self._separator}{prefix}" if self.namespace_prefixes and prefix else told

    def _end_tag(self, at):
        name = _NAME.match(self._text, at + 2)
        if name is None:
            self._fail(_TOKEN, at + 2)
        close = _SPACE.match(self._text, name.end()).end()
        if close >= len(self._text):
            self._fail(_UNCLOSED, at)
        if self._text[close] != ">":
            self._fail(_TOKEN, close)
        if not self._open or self._open[-1][0] != name[0]:
            self._fail(_MISMATCH if self._open else _TOKEN, at + 1 + bool(self._open))
        self._end()
        return close + 1

    def _end(self):
        _, full, declared = self._open.pop()
        self._spaces.pop()
        self._tell("EndElementHandler", full)
        for prefix, _ in reversed(declared):
            self._tell("EndNamespaceDeclHandler", prefix)


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A new parser."""
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator, {} if intern is None else intern)
