package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Language;
import dev.winnow.tables.internal.cells.TextFolding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns of a questionnaire, as sent and as returned. */
public enum AnswerColumn {
    /** Position of the question. */
    NUMBER("no.", "序号"),
    /** Person or organisation that can answer. */
    WHO("who knows", "知情方"),
    /** The project or city in question. */
    ABOUT("about", "对象"),
    /** The question as a sentence. */
    QUESTION("question", "问题"),
    /** The levels of the scale of a judgement, with their descriptions. */
    SCALE("scale", "评分标准"),
    /** The answer. */
    ANSWER("answer", "答复"),
    /** Unit of a figure. */
    UNIT("unit", "单位"),
    /** Reason for a judgement. */
    REASON("reason", "理由"),
    /** Source of the answer, such as a document or a letter. */
    SOURCE("source", "来源"),
    /** Date of the answer. */
    AS_OF("date", "日期"),
    /** Person or organisation that answered. */
    BY("answered by", "答复人"),
    /** Consequences of the answer. */
    STAKE("what hangs on it", "影响"),
    /** Candidates that depend on the answer. */
    CANDIDATES("candidates", "相关候选"),
    /** Days needed for an answer. */
    DAYS("days", "天数"),
    /** Name of the fact, which identifies the question. */
    FACT("fact", "字段"),
    /** Id of the project or city. */
    OF("of", "编号");

    /** Answers for a complete list, including an empty one. */
    private static final List<String> WHOLE = List.of("the list is complete", "名单已列全", "none", "无", "没有");

    /** Answers for a list that may be incomplete. */
    private static final List<String> PARTIAL = List.of("there may be more", "可能还有");

    private final String english;
    private final String chinese;

    AnswerColumn(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** {@return the heading of the column} */
    public String heading(Language language) {
        return language == Language.ZH ? chinese : english;
    }

    /** {@return the name of the column in JSON answers} */
    public String key() {
        return this == AS_OF ? "asOf" : name().toLowerCase(Locale.ROOT);
    }

    /** {@return the column of a heading in either language; null if there is none} */
    static @Nullable AnswerColumn of(String heading) {
        String folded = TextFolding.of(heading);
        return Arrays.stream(values())
                .filter(column -> TextFolding.of(column.english).equals(folded)
                        || TextFolding.of(column.chinese).equals(folded))
                .findFirst()
                .orElse(null);
    }

    /** {@return the answer for a complete list, or for one that may be incomplete} */
    public static String wholeness(boolean whole, Language language) {
        return (whole ? WHOLE : PARTIAL).get(language == Language.ZH ? 1 : 0);
    }

    /** {@return whether an answer calls a list complete; null if the text is neither answer} */
    static @Nullable Boolean wholeness(String text) {
        String folded = TextFolding.of(text);
        return says(WHOLE, folded) ? Boolean.TRUE : says(PARTIAL, folded) ? Boolean.FALSE : null;
    }

    private static boolean says(List<String> words, String folded) {
        return words.stream().anyMatch(word -> TextFolding.of(word).equals(folded));
    }
}
