package dev.winnow.language.internal.syntax;

import dev.winnow.model.result.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The verbs of consequences, as written in rule files. */
public enum Verb {
    /** Awards the full points of the rule. */
    AWARD("award", Effect.AWARD, Counting.IN_FULL, "", "awards {points} points", "得{points}分"),
    /** Awards a share of the rule's points: part divided by whole. */
    AWARD_SHARE(
            "awardShare",
            Effect.AWARD,
            Counting.IN_PART,
            "part whole",
            "awards the part of {points} points that {part} is of {whole}",
            "按{part}占{whole}的比例得分，满分{points}分"),
    /** Stops the candidate regardless of its score. */
    KNOCK_OUT("knockOut", Effect.KNOCK_OUT, Counting.AS_SUCH, "", "stops the candidate", "一票否决"),
    /** Raises a red flag: the candidate needs a human decision. */
    RED_FLAG(
            "redFlag",
            Effect.RED_FLAG,
            Counting.AS_SUCH,
            "",
            "holds the candidate until a human has looked",
            "发出风险预警，人工核查前待定"),
    /** Limits a criterion to a ceiling. */
    CAP(
            "cap",
            Effect.CAP,
            Counting.AS_CEILING,
            Verb.CRITERION + " ceiling",
            "limits `{criterion}` to {ceiling}",
            "`{criterion}`得分最高为{ceiling}"),
    /** Adds a note that has no effect on the score. */
    NOTE("note", Effect.NOTE, Counting.AS_SUCH, "", "says so, and counts nothing", "作出提示，不计分"),
    /** Suggests a district. */
    SUGGEST("suggest", Effect.SUGGEST, Counting.AS_SUCH, "district", "suggests {district}", "建议落户{district}");

    /** The role of an argument that is a text; all others are variables. */
    static final String CRITERION = "criterion";

    public final String word;
    /** Description of the effect in English, with {@code {points}} and the roles of its arguments. */
    public final String english;
    /** Description of the effect in Chinese. */
    public final String chinese;

    private final Effect effect;
    private final Counting counting;
    private final String roles;

    Verb(String word, Effect effect, Counting counting, String roles, String english, String chinese) {
        this.word = word;
        this.effect = effect;
        this.counting = counting;
        this.roles = roles;
        this.english = english;
        this.chinese = chinese;
    }

    public Effect effect() {
        return effect;
    }

    public Counting counting() {
        return counting;
    }

    /** Returns the roles of the arguments before the text, in order. */
    public List<String> roles() {
        return roles.isEmpty() ? List.of() : List.of(roles.split(" ", -1));
    }

    static @Nullable Verb of(String word) {
        return Arrays.stream(values())
                .filter(verb -> verb.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Returns the spelling on the command line: {@code award-share}. */
    public String option() {
        return word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(verb -> verb.word).toList();
    }
}
