//! Programs whose cells have other signs than `# %%`: what nbconvert writes, and jupytext's light format.
//!
//! What it is not: exact where a program leaves it open; the next one that is written has `# %%`. Start reading at
//! [`sections`].

use super::header;
use super::magics::looks_undone;
use crate::model::Fields;
use crate::python::lines;

/// A cell: its text, with the signs of comments where it is one.
#[derive(Debug, PartialEq)]
pub(super) struct Section {
    pub(super) is_text: bool,
    pub(super) lines: Vec<String>,
    pub(super) fields: Fields,
}

/// The program's cells; `None` for one of another kind.
pub(super) fn sections(text: &str, front_matter: &str) -> Option<Vec<Section>> {
    if front_matter.lines().any(|line| line.trim() == "format_name: light") {
        return Some(light(text));
    }
    let has_markers = text.lines().any(|line| header::marker(line).is_some());
    let has_prompts = text.lines().any(is_prompt);
    (has_prompts && !has_markers).then(|| of_nbconvert(text))
}

/// `# In[3]:`
fn is_prompt(line: &str) -> bool {
    let number = line.strip_prefix("# In[").and_then(|rest| rest.trim_end().strip_suffix("]:"));
    number.is_some_and(|number| number.trim().chars().all(|digit| digit.is_ascii_digit()))
}

fn section(is_text: bool, lines: &[&str]) -> Option<Section> {
    let start = lines.iter().position(|line| !line.trim().is_empty())?;
    let end = lines.iter().rposition(|line| !line.trim().is_empty())?;
    let lines = lines[start..=end].iter().map(|line| (*line).to_owned()).collect();
    Some(Section { is_text, lines, fields: Fields::new() })
}

/// Code after each prompt; text is in comments, two blank lines after it.
fn of_nbconvert(text: &str) -> Vec<Section> {
    let lines: Vec<&str> = text.lines().collect();
    let mut sections = Vec::new();
    for (number, chunk) in lines.split(|line| is_prompt(line)).enumerate() {
        let texts = if number == 0 { 0 } else { start_of_texts(chunk) };
        sections.extend(section(false, &chunk[..texts]));
        for text in chunk[texts..].split(|line| line.is_empty()) {
            let is_head = |line: &&str| line.starts_with("#!") || line.starts_with("# coding:");
            let text: Vec<&str> = text.iter().filter(|line| number > 0 || !is_head(line)).copied().collect();
            sections.extend(section(text.iter().all(|line| line.starts_with('#')), &text));
        }
    }
    sections
}

/// Where the comments begin that nothing else follows: after two blank lines, where there is code before them.
fn start_of_texts(chunk: &[&str]) -> usize {
    let is_code = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let Some(last) = chunk.iter().rposition(is_code) else { return chunk.len() };
    let begins = |at: &usize| chunk[at - 2].is_empty() && chunk[at - 1].is_empty() && !chunk[*at].is_empty();
    (last + 3..chunk.len()).find(begins).unwrap_or(chunk.len())
}

/// Paragraphs of comments are text, others code; `# +` begins a cell that ends at `# -` or the next one.
fn light(text: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    // The head of a cell that says where it begins.
    let mut head: Option<&str> = None;
    let all: Vec<&str> = text.lines().collect();
    for (at, line) in lines(text).iter().enumerate().take(all.len()) {
        let begins = line
            .text
            .strip_prefix("# +")
            .filter(|rest| line.starts && (rest.is_empty() || rest.starts_with(' ')));
        if begins.is_some() || line.text == "# -" && head.is_some() {
            sections.extend(paragraph_of(head, &paragraph));
            paragraph.clear();
            head = begins;
            continue;
        }
        let next = all[at..].iter().find(|line| !line.is_empty()).copied().unwrap_or_default();
        if head.is_none() && line.text.is_empty() && line.starts && !next.starts_with([' ', '\t']) {
            sections.extend(paragraph_of(None, &paragraph));
            paragraph.clear();
        } else {
            paragraph.push(line.text);
        }
    }
    sections.extend(paragraph_of(head, &paragraph));
    sections
}

fn paragraph_of(head: Option<&str>, lines: &[&str]) -> Option<Section> {
    let Some(head) = head else {
        return section(lines.iter().all(|line| line.starts_with('#') && !looks_undone(line)), lines);
    };
    let read = header::read(head.trim());
    let is_text = matches!(read.kind, "markdown" | "md" | "raw");
    let section = section(is_text, lines)?;
    Some(Section { fields: read.metadata_fields(), ..section })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, front_matter: &str) -> Vec<(bool, String)> {
        let sections = sections(text, front_matter).unwrap();
        sections.into_iter().map(|section| (section.is_text, section.lines.join("\n"))).collect()
    }

    fn of(sections: &[(bool, &str)]) -> Vec<(bool, String)> {
        sections.iter().map(|(is_text, text)| (*is_text, (*text).to_owned())).collect()
    }

    #[test]
    fn what_nbconvert_writes_has_cells() {
        let text = "#!/usr/bin/env python\n# coding: utf-8\n\n# # Title\n# \n# text\n\n# In[1]:\n\n\nimport x\n# why\n\n\n# In[ ]:\n\n\n\
                    # a comment\ny\n\n\n# More\n\n# And more\n\n# In[3]:\n\n\n# only this\n\n\n";
        let cells = [
            (true, "# # Title\n# \n# text"),
            (false, "import x\n# why"),
            (false, "# a comment\ny"),
            (true, "# More"),
            (true, "# And more"),
            (false, "# only this"),
        ];
        assert_eq!(read(text, ""), of(&cells));
        assert!(sections("x = 1\n\n# text\n", "").is_none());
        assert!(sections("# %%\n# In[1]:\n", "").is_none());
    }

    #[test]
    fn the_light_format_has_cells() {
        let text = "# # Title\n# text\n\n# more\n\n# why\nx = 1\n\ndef f():\n    a\n\n    b\n\n# + tags=[\"t\"]\ny\n\n\nz\n# -\n\n\
                    # %matplotlib inline\n\n# + [markdown]\n# a\n#\n#\n# b\n";
        let cells = [
            (true, "# # Title\n# text"),
            (true, "# more"),
            (false, "# why\nx = 1"),
            (false, "def f():\n    a\n\n    b"),
            (false, "y\n\n\nz"),
            (false, "# %matplotlib inline"),
            (true, "# a\n#\n#\n# b"),
        ];
        assert_eq!(read(text, "format_name: light"), of(&cells));
    }
}
