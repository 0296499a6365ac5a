package dev.winnow.past.decisions;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision that people made about a project in a city.
 *
 * @param pair the project and the city, with the day of the decision
 * @param outcome the decision
 * @param reason the reason given for it; null if none is known
 * @param by the person or body that decided; null if unknown
 * @param place its place in a file or among the records
 */
public record PastDecision(
        PastPair pair,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String by,
        Place place) {

    /** What was decided. */
    public enum Outcome {
        /** The project was approved; the rules say the same by RECOMMEND. */
        APPROVED,
        /** The decision was postponed; the rules say the same by HOLD. */
        HELD,
        /** The project was declined; the rules say the same by DECLINE. */
        DECLINED;

        /** The other words for the outcome in files. */
        private List<String> words() {
            return switch (this) {
                case APPROVED ->
                    List.of(
                            "approve",
                            "recommend",
                            "recommended",
                            "accepted",
                            "funded",
                            "yes",
                            "通过",
                            "批准",
                            "同意",
                            "核准",
                            "推荐");
                case HELD -> List.of("hold", "deferred", "postponed", "pending", "暂缓", "缓议", "搁置", "待定", "暂不决定");
                case DECLINED ->
                    List.of("decline", "rejected", "refused", "no", "否决", "不通过", "不同意", "不予通过", "不予批准", "不推荐", "驳回");
            };
        }

        /** {@return the word for the outcome in files} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@return the verdict of rules that decide alike} */
        public Verdict verdict() {
            return switch (this) {
                case APPROVED -> Verdict.RECOMMEND;
                case HELD -> Verdict.HOLD;
                case DECLINED -> Verdict.DECLINE;
            };
        }

        /** {@return the outcome of a word in English or Chinese; null for other words} */
        static @Nullable Outcome of(String word) {
            String plain = word.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(plain) || one.words().contains(plain))
                    .findFirst()
                    .orElse(null);
        }
    }

    public PastDecision {
        Objects.requireNonNull(pair);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(place);
    }
}
