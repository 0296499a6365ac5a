package dev.winnow.engine;

import dev.winnow.model.Effect;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verbs of {@link Scorecard}, as rule files name them. */
enum Verb {
    AWARD("award", Effect.AWARD, List.of()),
    AWARD_SHARE("awardShare", Effect.AWARD, List.of("part", "whole")),
    KNOCK_OUT("knockOut", Effect.KNOCK_OUT, List.of()),
    RED_FLAG("redFlag", Effect.RED_FLAG, List.of()),
    CAP("cap", Effect.CAP, List.of("criterion", "ceiling")),
    NOTE("note", Effect.NOTE, List.of()),
    SUGGEST("suggest", Effect.SUGGEST, List.of("district"));

    final String word;
    final Effect effect;
    /** What stands before the text, in order. */
    final List<String> leading;

    Verb(String word, Effect effect, List<String> leading) {
        this.word = word;
        this.effect = effect;
        this.leading = leading;
    }

    static @Nullable Verb of(String word) {
        return Arrays.stream(values())
                .filter(verb -> verb.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(verb -> verb.word).toList();
    }
}
