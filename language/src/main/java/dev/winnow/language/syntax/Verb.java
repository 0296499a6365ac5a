package dev.winnow.language.syntax;

import dev.winnow.language.syntax.Consequence.Reason;
import dev.winnow.language.syntax.Expression.Text;
import dev.winnow.model.result.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The verbs of consequences, as rule files write them. The meaning of each is its {@link Consequence} type. */
public enum Verb {
    AWARD("award", Effect.AWARD, ""),
    AWARD_SHARE("awardShare", Effect.AWARD, "part whole"),
    KNOCK_OUT("knockOut", Effect.KNOCK_OUT, ""),
    RED_FLAG("redFlag", Effect.RED_FLAG, ""),
    CAP("cap", Effect.CAP, Verb.CRITERION + " ceiling"),
    NOTE("note", Effect.NOTE, ""),
    SUGGEST("suggest", Effect.SUGGEST, "district");

    /** The role of an argument that is a text; all others are variables. */
    static final String CRITERION = "criterion";

    public final String word;
    private final Effect effect;
    private final String roles;

    Verb(String word, Effect effect, String roles) {
        this.word = word;
        this.effect = effect;
        this.roles = roles;
    }

    public Effect effect() {
        return effect;
    }

    /** The roles of the arguments before the text, in order. */
    public List<String> roles() {
        return roles.isEmpty() ? List.of() : List.of(roles.split(" ", -1));
    }

    /**
     * The consequence of this verb with arguments.
     *
     * @param leading the arguments before the text, in the order of {@link #roles}; that of {@link #CRITERION} is a
     *     text
     */
    Consequence says(List<Expression> leading, Reason reason) {
        return switch (this) {
            case AWARD -> new Consequence.Award(reason);
            case AWARD_SHARE -> new Consequence.AwardShare(leading.get(0), leading.get(1), reason);
            case KNOCK_OUT -> new Consequence.KnockOut(reason);
            case RED_FLAG -> new Consequence.RedFlag(reason);
            case CAP -> new Consequence.Cap((Text) leading.get(0), leading.get(1), reason);
            case NOTE -> new Consequence.Note(reason);
            case SUGGEST -> new Consequence.Suggest(leading.get(0), reason);
        };
    }

    static @Nullable Verb of(String word) {
        return Arrays.stream(values())
                .filter(verb -> verb.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** The spelling of the command line: {@code award-share}. */
    public String option() {
        return word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(verb -> verb.word).toList();
    }
}
