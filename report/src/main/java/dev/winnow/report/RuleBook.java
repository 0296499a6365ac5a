package dev.winnow.report;

import dev.winnow.engine.CaseSummary;
import dev.winnow.engine.Criterion;
import dev.winnow.engine.LimitSummary;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.RuleSummary;
import dev.winnow.engine.RuleWords;
import dev.winnow.model.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pack as a page tells it.
 *
 * @param pack the pack
 * @param chapters its criteria, then its conditions
 * @param alone whether the page tells of nothing else
 */
record RuleBook(RulePack pack, List<Chapter> chapters, boolean alone) {

    /**
     * The rules of a file.
     *
     * @param id the criterion or condition
     * @param title as people call it
     * @param criterion null for a file that scores nothing
     * @param rules in the order of the file
     */
    record Chapter(String id, String title, @Nullable Criterion criterion, List<Entry> rules) {}

    /** A rule with its words and cases. */
    record Entry(RuleSummary rule, RuleWords words, List<CaseSummary> cases) {}

    /**
     * A piece of a sentence.
     *
     * @param text what it says
     * @param target where it leads to on the page; null for plain text
     */
    record Piece(String text, @Nullable String target) {}

    static RuleBook of(RulePack pack, boolean alone) {
        Map<String, RuleWords> words =
                pack.inWords().stream().collect(Collectors.toMap(RuleWords::rule, Function.identity()));
        Map<String, List<CaseSummary>> cases = pack.cases().stream().collect(Collectors.groupingBy(CaseSummary::rule));
        List<Chapter> chapters = new ArrayList<>();
        Function<String, List<Entry>> rules = file -> pack.rules().stream()
                .filter(rule -> rule.criterion().equals(file))
                .map(rule -> new Entry(
                        rule,
                        words.getOrDefault(rule.id(), new RuleWords(rule.id(), List.of(), "", "")),
                        cases.getOrDefault(rule.id(), List.of())))
                .toList();
        pack.criteria().forEach(one -> chapters.add(new Chapter(one.id(), one.title(), one, rules.apply(one.id()))));
        pack.conditions().forEach(one -> chapters.add(new Chapter(one, one, null, rules.apply(one))));
        return new RuleBook(pack, List.copyOf(chapters), alone);
    }

    /** The language of what the engine tells in English alone; null where that is the page's own. */
    @Nullable
    String untranslated(Wording words) {
        return words.language() == Language.EN ? null : Language.EN.tag();
    }

    /** Engine's words, in which names stand in backticks: those of limits, rules and criteria lead to them. */
    List<Piece> pieces(String sentence) {
        Set<String> limits = pack.limits().stream().map(LimitSummary::id).collect(Collectors.toSet());
        List<Piece> pieces = new ArrayList<>();
        String[] parts = sentence.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (!part.isEmpty()) {
                pieces.add(new Piece(part, i % 2 == 1 && limits.contains(part) ? "limit-" + part : null));
            }
        }
        return pieces;
    }

    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
