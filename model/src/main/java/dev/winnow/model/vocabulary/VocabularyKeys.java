package dev.winnow.model.vocabulary;

import java.util.List;

/** The keys of a vocabulary.yaml, and the limits of its texts. */
public final class VocabularyKeys {

    /** The key of the declared lists of cities. */
    public static final String LISTS = "city lists";

    /** The sections of a vocabulary.yaml. */
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
            "levels",
            "judged",
            "ask",
            "who",
            "days",
            "apart-from");

    /** The keys of the declaration of a list. */
    public static final List<String> LIST =
            List.of("row", "name", "row-name", "note", "headings", "key", "has", "ask", "who", "days");

    /** The keys of a pack's closed list that replaces one of the core. */
    public static final List<String> CLOSED = List.of("is", "words", "note", "ask");

    /** The keys of the declaration that a panel judges a fact. */
    public static final List<String> JUDGED = List.of("by", "at-least", "take", "outlier");

    /** Maximum number of judgements that a fact may need. */
    public static final int MOST_JUDGEMENTS = 50;

    /** The languages of a label. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    /** The languages of headings. Headings are written in {@link #LANGUAGES} only, and read in all. */
    public static final List<String> HEADING_LANGUAGES = List.of("en", "zh", "de", "fr", "es", "ja", "ko");

    /** The names of properties, which are also words of rules, keys of files, and parts of generated names. */
    public static final String PROPERTY_NAME = "[a-z][A-Za-z0-9]{2,39}";

    /** The names of types of rows. */
    public static final String ROW_NAME = "[A-Z][A-Za-z0-9]{2,39}";

    /** Characters that are not allowed in labels because they have a meaning in rules, pages or sheets. */
    public static final String SIGNS = "`\"\\<>%{}";

    /** The placeholder for the subject of a question, the only use of {@code %} in a label. */
    public static final String SUBJECT = "%s";

    /** Characters with which labels may not begin, because a spreadsheet would compute them. */
    public static final String FIRST_SIGNS = "=+-@";

    /** Maximum length of a label, in characters. */
    public static final int LONGEST = 80;

    /** Maximum length of a unit, in characters. */
    public static final int LONGEST_UNIT = 20;

    /** Maximum length of a note or a question, in characters. */
    public static final int LONGEST_NOTE = 300;

    /** Maximum effort, in days. */
    public static final int MOST_DAYS = 3650;

    private VocabularyKeys() {}
}
