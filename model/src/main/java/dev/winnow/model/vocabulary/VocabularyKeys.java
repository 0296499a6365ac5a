package dev.winnow.model.vocabulary;

import java.util.List;

/** The keys that a vocabulary.yaml may have. */
public final class VocabularyKeys {

    /** The key of the declared lists of cities. */
    public static final String LISTS = "city lists";

    /** What is declared. */
    public static final List<String> SECTIONS = List.of(Vocabulary.PROJECT, Vocabulary.CITY, LISTS);

    /** The keys of the declaration of a property. */
    public static final List<String> PROPERTY = List.of(
            "is",
            "unit",
            "name",
            "note",
            "headings",
            "yes",
            "no",
            "words",
            "ask",
            "who",
            "days",
            "unless-told",
            "apart-from");

    /** The keys of the declaration of a list. */
    public static final List<String> LIST =
            List.of("row", "name", "row-name", "note", "headings", "key", "has", "ask", "who", "days");

    /** The keys of the closed list of a pack in place of one of the core. */
    public static final List<String> CLOSED = List.of("is", "words", "note", "ask");

    /** The languages of a label. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    /** A name is also a word of rules, a key of files, and a part of a generated name. */
    public static final String PROPERTY_NAME = "[a-z][A-Za-z0-9]{2,39}";

    /** The name of the type of the rows of a list. */
    public static final String ROW_NAME = "[A-Z][A-Za-z0-9]{2,39}";

    /** Signs that no label holds: they mean something in rules, pages or sheets. */
    public static final String SIGNS = "`\"\\<>%{}";

    /** The place in a question for what is asked about: the one use of {@code %} in a label. */
    public static final String SUBJECT = "%s";

    /** Signs with which no label begins: a spreadsheet would compute it. */
    public static final String FIRST_SIGNS = "=+-@";

    /** The most characters of a label. */
    public static final int LONGEST = 80;

    /** The most characters of a unit. */
    public static final int LONGEST_UNIT = 20;

    /** The most characters of a note or a question. */
    public static final int LONGEST_NOTE = 300;

    /** The most days of effort. */
    public static final int MOST_DAYS = 3650;

    private VocabularyKeys() {}
}
