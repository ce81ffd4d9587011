# XML as labels of pictures come in it: read, searched, changed and written, and what is wrong with what cannot be read.
import io
import xml.dom.minidom
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr, unescape

LABELS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE annotation [<!ENTITY who "nobody">]>
<annotation verified="yes">
  <filename>0001.jpg</filename><!-- a picture -->
  <size><width>500</width><height>375</height></size>
  <object><name>dog</name><bndbox><xmin>1</xmin><ymin>2</ymin></bndbox></object>
  <object><name>cat &amp; &#65;&#x42; &who; <![CDATA[<x>]]></name><bndbox><xmin>3</xmin><ymin>4</ymin></bndbox></object>
</annotation>"""
root = ET.fromstring(LABELS)
print(root.tag, root.attrib, [child.tag for child in root], root.find("size/width").text, root.get("none", "-"))
print([each.findtext("name") for each in root.iter("object")], [int(each.text) for each in root.findall(".//xmin")])
print(ET.tostring(root.find("size")), len(root), [each.tag for each in root.iter()], root[0].tail.strip() == "")
spaces = ET.fromstring('<r xmlns="http://d" xmlns:p="http://p"><p:x p:k="1" j="2"/><y/></r>')
print(spaces.tag, [(child.tag, child.attrib) for child in spaces], spaces.find("p:x", {"p": "http://p"}).tag)
print(ET.tostring(spaces).decode(), ET.fromstring('<?xml version="1.0" encoding="latin-1"?><a>\xfc</a>'.encode("latin-1")).text)
made = ET.Element("root", {"k": "v"})
child = ET.SubElement(made, "child", name="n")
child.text, child.tail = "a < b & ü", "end"
ET.SubElement(made, "empty").set("x", '"')
ET.indent(made)
print(ET.tostring(made, encoding="unicode"))
out = io.BytesIO()
ET.ElementTree(made).write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue(), ET.tostring(made))
print([(event, each.tag) for event, each in ET.iterparse(io.BytesIO(b"<a><b/></a>"), events=("start", "end"))])
document = xml.dom.minidom.parseString('<a x="1"><b>t</b><!--c--><?pi d?></a>')
print(document.toxml(), document.getElementsByTagName("b")[0].firstChild.data, document.documentElement.getAttribute("x"))
print(document.toprettyxml(indent="  "))
print(escape("<&>"), quoteattr('a"b'), unescape("&lt;"))
for wrong in ("", "abc", "<a>", "<a></b>", "<a/><b/>", "<a/>x", "<a b=c/>", '<a b="1" b="2"/>', "<a>&nope;</a>", "<a>x & y</a>",
              "<a", "<a b", '<a b="x', "<p:b/>", "< a/>", "<a>\n<b>\n</a>", '<a b="<"/>', "<a><1/></a>", "<a>x</a"):  # fmt: skip
    try:
        ET.fromstring(wrong)
    except ET.ParseError as error:
        print(repr(wrong), error, error.code, error.position)
