package dev.winnow.cli;

import java.util.List;

/** Options that take one of a few words. */
final class Words {

    private Words() {}

    /** The word, if it is one of them. */
    static String oneOf(String option, String word, List<String> allowed) {
        if (allowed.contains(word)) {
            return word;
        }
        String offer = Maybe.nearest(word, allowed)
                .map(near -> "; maybe `" + near + "`?")
                .orElse(", which is one of " + String.join(", ", allowed));
        throw new Refusal(Exit.USAGE, "`" + Columns.clean(word) + "` is no " + option + offer);
    }
}
