package dev.winnow.model.internal.history;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the files of a universe: the value of one fact of a project or a city, or why there is none.
 *
 * @param subject {@code project} or {@code city}
 * @param id its id
 * @param fact the fact that was asked for: {@code project.yieldRate}
 * @param reply that there is no value, and why; null if there is one
 * @param asOf the day of the answer; null if it has none
 * @param said the whole entry
 */
public record Answer(
        String subject,
        String id,
        String fact,
        @Nullable Reply reply,
        @Nullable LocalDate asOf,
        Node said) {

    /** What is said instead of a value. It leaves the fact unknown, and keeps it from being asked for again. */
    public enum Reply {
        /** Whoever was asked does not know. */
        UNKNOWN("don't know", "不清楚"),
        /** The question makes no sense of its subject. */
        NOT_APPLICABLE("does not apply", "不适用"),
        /** Whoever was asked will not say. */
        WITHHELD("will not say", "不便透露");

        private final String english;
        private final String chinese;

        Reply(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /** {@return how files and forms write it} */
        public String word(Language language) {
            return language == Language.ZH ? chinese : english;
        }

        /** {@return the reply of a word in either language, with any apostrophe; null if it is none} */
        public static @Nullable Reply of(String word) {
            String plain = word.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(reply -> reply.english.equals(plain) || reply.chinese.equals(plain))
                    .findFirst()
                    .orElse(null);
        }

        /** {@return the words that files write} */
        public static List<String> words() {
            return Arrays.stream(values()).map(reply -> reply.english).toList();
        }
    }
}
