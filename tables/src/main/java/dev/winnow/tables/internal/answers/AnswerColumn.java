package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Language;
import dev.winnow.tables.internal.cells.TextFolding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of a sheet of questions, as it goes out and as it comes back. */
public enum AnswerColumn {
    /** The place of the question. */
    NUMBER("no.", "序号"),
    /** Who knows. */
    WHO("who knows", "知情方"),
    /** The project or city that it is of. */
    ABOUT("about", "对象"),
    /** The question as a sentence. */
    QUESTION("question", "问题"),
    /** The answer. */
    ANSWER("answer", "答复"),
    /** In what a figure counts. */
    UNIT("unit", "单位"),
    /** Who says so: a document, a letter. */
    SOURCE("source", "来源"),
    /** The day of the answer. */
    AS_OF("date", "日期"),
    /** Who answered. */
    BY("answered by", "答复人"),
    /** What hangs on it. */
    STAKE("what hangs on it", "影响"),
    /** The candidates that hang on it. */
    CANDIDATES("candidates", "相关候选"),
    /** The days that an answer takes. */
    DAYS("days", "天数"),
    /** The name of the fact, by which the answer is understood. */
    FACT("fact", "字段"),
    /** The id of the project or city. */
    OF("of", "编号");

    /** Those that whoever answers fills in. */
    public static final List<AnswerColumn> FILLED = List.of(ANSWER, UNIT, SOURCE, AS_OF, BY);

    /** What is said of a list whose rows are all given, or of which there are none. */
    private static final List<String> WHOLE = List.of("the list is complete", "名单已列全", "none", "无", "没有");

    /** What is said of a list that may hold more. */
    private static final List<String> PARTIAL = List.of("there may be more", "可能还有");

    private final String english;
    private final String chinese;

    AnswerColumn(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** {@return how the column is headed} */
    public String heading(Language language) {
        return language == Language.ZH ? chinese : english;
    }

    /** {@return its name in answers for programs} */
    public String key() {
        return this == AS_OF ? "asOf" : name().toLowerCase(Locale.ROOT);
    }

    /** {@return the column of a heading in either language; null if it is none} */
    static @Nullable AnswerColumn of(String heading) {
        String folded = TextFolding.of(heading);
        return Arrays.stream(values())
                .filter(column -> TextFolding.of(column.english).equals(folded)
                        || TextFolding.of(column.chinese).equals(folded))
                .findFirst()
                .orElse(null);
    }

    /** {@return what is said of a list, whose rows are all there are or not} */
    public static String wholeness(boolean whole, Language language) {
        return (whole ? WHOLE : PARTIAL).get(language == Language.ZH ? 1 : 0);
    }

    /** {@return whether a list is said to be whole; null if the text says neither} */
    static @Nullable Boolean wholeness(String text) {
        String folded = TextFolding.of(text);
        return says(WHOLE, folded) ? Boolean.TRUE : says(PARTIAL, folded) ? Boolean.FALSE : null;
    }

    private static boolean says(List<String> words, String folded) {
        return words.stream().anyMatch(word -> TextFolding.of(word).equals(folded));
    }
}
