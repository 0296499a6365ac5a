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

/** The data about a pack's rules that reasons need, computed on first use and cached. Thread-safe. */
final class PackReasons {

    /**
     * The data of one rule.
     *
     * @param title its title
     * @param source its source
     * @param sentence the sentence that gives its reason
     * @param trace the facts behind its matches
     * @param own whether it reads only the candidate and limits, so that it has the same outcome in all cities
     */
    record RuleReasons(String title, String source, ReasonSentence sentence, MatchTrace trace, boolean own) {}

    /** Largest number of facts whose days are cached. */
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

    /** The number of days needed to find out a fact, at least one. */
    int days(String fact) {
        Integer known = days.get(fact);
        if (known == null) {
            if (days.size() > MAX_KNOWN_DAYS) {
                days.clear(); // each city has rows of its own, so the cache could grow without bound
            }
            known = Math.max(1, vocabulary.question(FactName.of(fact)).days());
            days.put(fact, known);
        }
        return known;
    }

    PackTexts texts() {
        return texts;
    }

    /** Finds the missing facts that would decide the rules. */
    Missing missing() {
        return missing;
    }

    /** The components of candidates that rules read; two threads may both create it, with equal results. */
    CandidateReads reads() {
        CandidateReads known = reads;
        if (known == null) {
            known = new CandidateReads(rules);
            reads = known;
        }
        return known;
    }

    /** The data of a rule, by number; two threads may both create it, with equal results. */
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
