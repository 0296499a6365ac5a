package dev.winnow.engine;

import dev.winnow.model.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The verbs of {@link Scorecard}, as rule files name them. */
enum Verb {
    AWARD("award", Effect.AWARD, ""),
    AWARD_SHARE("awardShare", Effect.AWARD, "part whole"),
    KNOCK_OUT("knockOut", Effect.KNOCK_OUT, ""),
    RED_FLAG("redFlag", Effect.RED_FLAG, ""),
    CAP("cap", Effect.CAP, "criterion ceiling"),
    NOTE("note", Effect.NOTE, ""),
    SUGGEST("suggest", Effect.SUGGEST, "district");

    final String word;
    final Effect effect;
    private final String roles;

    Verb(String word, Effect effect, String roles) {
        this.word = word;
        this.effect = effect;
        this.roles = roles;
    }

    /** What stands before the text, in order. */
    List<String> leading() {
        return roles.isEmpty() ? List.of() : List.of(roles.split(" ", -1));
    }

    static @Nullable Verb of(String word) {
        return Arrays.stream(values())
                .filter(verb -> verb.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** As the command line spells it: {@code award-share}. */
    String option() {
        return word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(verb -> verb.word).toList();
    }
}
