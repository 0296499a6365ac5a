package dev.winnow.model.internal.history;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the files of a universe: the value of one fact of a project or a city, or the reason why there is none.
 *
 * @param subject {@code project} or {@code city}
 * @param id its id
 * @param fact the fact in question: {@code project.yieldRate}
 * @param reply the reason why there is no value; null if there is one
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

    /** A reply without a value. It leaves the fact unknown, and the question is not asked again. */
    public enum Reply {
        /** The person asked does not know. */
        UNKNOWN("don't know", "不清楚"),
        /** The question does not apply to its subject. */
        NOT_APPLICABLE("does not apply", "不适用"),
        /** The person asked will not say. */
        WITHHELD("will not say", "不便透露");

        private final String english;
        private final String chinese;

        Reply(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /** {@return the reply as files and forms write it} */
        public String word(Language language) {
            return language == Language.ZH ? chinese : english;
        }

        /** {@return the reply that a word in either language means, with any kind of apostrophe; null if it means none} */
        public static @Nullable Reply of(String word) {
            String plain = word.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(reply -> reply.english.equals(plain) || reply.chinese.equals(plain))
                    .findFirst()
                    .orElse(null);
        }

        /** {@return the replies as files write them} */
        public static List<String> words() {
            return Arrays.stream(values()).map(reply -> reply.english).toList();
        }
    }
}
