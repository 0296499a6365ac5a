package dev.winnow.engine.internal.score;

import dev.winnow.engine.internal.evaluate.MatchTrace;
import dev.winnow.engine.internal.evaluate.Phase;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.wording.PackTexts;
import dev.winnow.language.internal.wording.ReasonSentence;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What reasons need of a pack's rules, worked out once for each rule, when it is first needed. Thread-safe. */
final class PackReasons {

    /**
     * Of one rule.
     *
     * @param title its title
     * @param source where it comes from
     * @param sentence the sentence in which it gives its reason
     * @param trace what its matches are based on
     * @param own whether it reads the candidate and limits alone, so that it comes to the same in all cities
     */
    record RuleReasons(String title, String source, ReasonSentence sentence, MatchTrace trace, boolean own) {}

    /** Number of facts whose days are kept. */
    private static final int MAX_KNOWN_DAYS = 10_000;

    private final Vocabulary vocabulary;
    private final PackTexts texts;
    private final List<CheckedRule> rules;
    private final Missing missing;
    private final AtomicReferenceArray<RuleReasons> ready;
    private final Map<String, Integer> days = new ConcurrentHashMap<>();
    private volatile @Nullable CandidateReads reads;

    PackReasons(PackTexts texts, List<CheckedRule> rules, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.texts = texts;
        this.rules = rules;
        this.missing = new Missing(rules);
        this.ready = new AtomicReferenceArray<>(rules.size());
    }

    /** The number of days that it takes to find a fact out, at least one. */
    int days(String fact) {
        Integer known = days.get(fact);
        if (known == null) {
            if (days.size() > MAX_KNOWN_DAYS) {
                days.clear(); // each city has rows of its own
            }
            known = Math.max(1, vocabulary.question(FactName.of(fact)).days());
            days.put(fact, known);
        }
        return known;
    }

    PackTexts texts() {
        return texts;
    }

    /** What would decide them. */
    Missing missing() {
        return missing;
    }

    /** What the rules read of candidates; two threads may both make it, and it is the same. */
    CandidateReads reads() {
        CandidateReads known = reads;
        if (known == null) {
            known = new CandidateReads(rules);
            reads = known;
        }
        return known;
    }

    /** Of the rule of a number; two threads may both make it, and it is the same. */
    RuleReasons reasons(int number) {
        RuleReasons known = ready.get(number);
        if (known == null) {
            CheckedRule rule = rules.get(number);
            known = new RuleReasons(
                    texts.title(rule.rule()),
                    texts.source(rule.rule().source()),
                    texts.sentence(rule),
                    new MatchTrace(rule),
                    Phase.of(rule) == Phase.OWN);
            ready.set(number, known);
        }
        return known;
    }
}
