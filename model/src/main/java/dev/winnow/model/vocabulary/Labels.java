package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Han;
import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the labels of a declaration: the names of a fact, its headings and its words in each language. */
final class Labels {

    private Labels() {}

    /** Reads a text in both languages, in one, or without a language, which is English unless it is Chinese. */
    static @Nullable LocalName local(Node node, String key, int longest, List<Problem> wrong) {
        Node said = node.get(key);
        if (said == null) {
            return null;
        }
        if (!said.isMap()) {
            String text = node.optionalText(key, wrong);
            if (text == null || !label(said, unnamed(key, text), longest, wrong)) {
                return null;
            }
            return Han.isIn(text) ? new LocalName(null, text) : new LocalName(text, null);
        }
        int before = wrong.size();
        said.allow(Message.of("`%s`", key), VocabularyKeys.LANGUAGES, wrong);
        String english = said.optionalText("en", wrong);
        String chinese = said.optionalText("zh", wrong);
        label(said.get("en"), english == null ? null : unnamed(key, english), longest, wrong);
        label(said.get("zh"), chinese == null ? null : unnamed(key, chinese), longest, wrong);
        if (english == null && chinese == null && wrong.size() == before) {
            wrong.add(said.problem(Message.of("`%s` needs `%s` or `%s`", key, "en", "zh")));
        }
        return wrong.size() > before ? null : new LocalName(english, chinese);
    }

    /** Returns a question without its single placeholder. */
    private static String unnamed(String key, String text) {
        return key.equals("ask") ? withoutSubject(text) : text;
    }

    private static String withoutSubject(String text) {
        int at = text.indexOf(VocabularyKeys.SUBJECT);
        return at < 0 ? text : text.substring(0, at) + "…" + text.substring(at + VocabularyKeys.SUBJECT.length());
    }

    /**
     * Whether a label is safe everywhere: in a terminal, a page, a sheet, or a comment of a rule. It may not contain
     * hidden characters, break the line, open a quotation, or be computed by a spreadsheet.
     */
    static boolean label(@Nullable Node at, @Nullable String text, int longest, List<Problem> wrong) {
        if (at == null || text == null) {
            return true;
        }
        int hidden = HiddenCharacters.firstIn(text);
        if (hidden >= 0) {
            wrong.add(at.problem(Message.of(
                    "the label contains the invisible character %s", HiddenCharacters.name(text.codePointAt(hidden)))));
            return false;
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            wrong.add(at.problem(Message.of("the label is longer than a line")));
            return false;
        }
        if (text.indexOf('\t') >= 0) {
            wrong.add(at.problem(Message.of("the label contains a tab"), Message.of("use a blank instead")));
            return false;
        }
        for (char sign : VocabularyKeys.SIGNS.toCharArray()) {
            if (text.indexOf(sign) >= 0) {
                wrong.add(at.problem(
                        Message.of("the label contains the character %s", String.valueOf(sign)),
                        Message.of("write it in words")));
                return false;
            }
        }
        if (VocabularyKeys.FIRST_SIGNS.indexOf(text.charAt(0)) >= 0) {
            wrong.add(at.problem(
                    Message.of("the label begins with the character %s", text.substring(0, 1)),
                    Message.of("begin with a word, since a spreadsheet would compute this label")));
            return false;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            wrong.add(at.problem(Message.of("the label is longer than %s characters", longest)));
            return false;
        }
        return true;
    }

    /** Returns the headings of a column by the language of output; those of further languages follow the English ones. */
    static Map<Language, List<String>> headings(Node node, List<Problem> wrong) {
        Map<Language, List<String>> headings = new EnumMap<>(Language.class);
        Node said = node.map("headings", wrong);
        if (said == null) {
            return headings;
        }
        said.allow(Message.of("`%s`", "headings"), VocabularyKeys.HEADING_LANGUAGES, wrong);
        for (String language : VocabularyKeys.HEADING_LANGUAGES) {
            headings.computeIfAbsent(Language.of(language).orElse(Language.EN), any -> new ArrayList<>())
                    .addAll(texts(said, language, wrong));
        }
        return headings;
    }

    /** Returns the labels of a key: one, or a list. */
    private static List<String> texts(Node map, String key, List<Problem> wrong) {
        Node said = map.get(key);
        List<String> texts = new ArrayList<>();
        List<Node> items = said == null ? List.of() : said.isList() ? said.items() : List.of(said);
        for (Node item : items) {
            if (item.isScalar() && item.text().isBlank()) {
                wrong.add(item.problem(Message.of("`%s` is empty", key)));
            } else if (!item.isScalar()) {
                wrong.add(item.problem(Message.of(
                        "`%s` is a text or a list of texts, not %s",
                        key, item.kind().words())));
            } else if (label(item, item.text().strip(), VocabularyKeys.LONGEST, wrong)) {
                texts.add(item.text().strip());
            }
        }
        return List.copyOf(texts);
    }

    /**
     * Returns the display names of the words of a closed list.
     *
     * @param synonyms receives their further names
     */
    static Map<String, LocalName> words(
            Node node, @Nullable DeclaredType type, Map<String, List<String>> synonyms, List<Problem> wrong) {
        Map<String, LocalName> words = new HashMap<>();
        Node said = node.map("words", wrong);
        if (said == null) {
            return words;
        }
        Map<String, Used> used = new HashMap<>();
        Node is = node.get("is");
        if (type != null && is != null) {
            type.namable().forEach(word -> used.put(word.toLowerCase(Locale.ROOT), new Used(word, is)));
        }
        for (Node.Field field : said.each()) {
            if (type != null && !type.namable().contains(field.key())) {
                wrong.add(field.problem(
                        Message.of("`%s` is not one of the words of `%s`", DeclaredNames.shown(field.key()), "is"),
                        Nearest.advice(field.key(), type.namable())));
                continue;
            }
            if (!field.value().isMap()) {
                LocalName called = local(said, field.key(), VocabularyKeys.LONGEST, wrong);
                if (called != null) {
                    words.put(field.key(), called);
                    distinguish(field.key(), field.value(), used, wrong);
                }
                continue;
            }
            field.value().allow(Message.of("`%s`", field.key()), VocabularyKeys.LANGUAGES, wrong);
            List<String> english = texts(field.value(), "en", wrong);
            List<String> chinese = texts(field.value(), "zh", wrong);
            distinguish(field.key(), field.value(), used, wrong);
            if (!english.isEmpty() || !chinese.isEmpty()) {
                words.put(
                        field.key(),
                        new LocalName(
                                english.isEmpty() ? null : english.get(0), chinese.isEmpty() ? null : chinese.get(0)));
            }
            List<String> others = new ArrayList<>(english.subList(Math.min(1, english.size()), english.size()));
            others.addAll(chinese.subList(Math.min(1, chinese.size()), chinese.size()));
            if (!others.isEmpty()) {
                synonyms.put(field.key(), List.copyOf(others));
            }
        }
        return words;
    }

    /** The word of a closed list that has a name, and the place where the name is given. */
    record Used(String word, Node at) {}

    /** Reports each name of a word, in any language, that another word has too. */
    static void distinguish(String word, Node names, Map<String, Used> used, List<Problem> wrong) {
        if (!names.isScalar()) {
            names.items().forEach(item -> distinguish(word, item, used, wrong));
            names.fields().values().forEach(field -> distinguish(word, field.value(), used, wrong));
            return;
        }
        String name = names.text().strip();
        Used before = used.putIfAbsent(name.toLowerCase(Locale.ROOT), new Used(word, names));
        if (before != null && !before.word.equals(word)) {
            wrong.add(names.problem(
                    before.word.equalsIgnoreCase(name)
                            ? Message.of("`%s` has another meaning, at %s", name, before.at.place())
                            : Message.of("`%s` is also called `%s`, at %s", before.word, name, before.at.place()),
                    Message.of("choose another name")));
        }
    }
}
