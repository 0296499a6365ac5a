package dev.winnow.workbench.internal.assist;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Finding;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The results of the cases of a pack, and the number of candidates of a universe that its rules match.
 *
 * @param cases the result of each case
 * @param tables the rules with a table, by the ids of the rules in their rows
 * @param matches the number of pairs by rule, or by rule with a table; null without a universe
 */
public record PackResults(
        List<CaseResult> cases,
        Map<String, String> tables,
        @Nullable Map<String, Integer> matches) {

    /** Number of pairs beyond which matches are not counted, since each is explained. */
    private static final int MOST_PAIRS = 5_000;

    public PackResults {
        cases = List.copyOf(cases);
        tables = Map.copyOf(tables);
        matches = matches == null ? null : Map.copyOf(matches);
    }

    /**
     * Runs the cases of a pack.
     *
     * @param pack the pack
     * @param universe the universe for the matches of its rules; null for none
     * @return the results
     */
    public static PackResults of(RulePack pack, @Nullable Universe universe) {
        Map<String, String> tables = new HashMap<>();
        for (CheckedRule rule : pack.checkedRules()) {
            RuleTable.Row row = rule.rule().row();
            if (row != null) {
                tables.put(rule.id(), row.table().id());
            }
        }
        return new PackResults(CaseRunner.run(pack), tables, universe == null ? null : matches(pack, universe, tables));
    }

    private static @Nullable Map<String, Integer> matches(
            RulePack pack, Universe universe, Map<String, String> tables) {
        ScreeningSession session = Screener.of(pack).open(universe.countedIn(pack.money()));
        List<Assessment> pairs = session.screening().assessments();
        if (pairs.size() > MOST_PAIRS) {
            return null;
        }
        Map<String, Integer> matches = new HashMap<>();
        session.explanations(pairs).forEach(explanation -> {
            Set<String> rules =
                    explanation.findings().stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
            rules.stream()
                    .map(tables::get)
                    .filter(table -> table != null)
                    .toList()
                    .forEach(rules::add);
            rules.forEach(rule -> matches.merge(rule, 1, Integer::sum));
        });
        return matches;
    }

    /** {@return the failed cases} */
    public List<CaseResult> failed() {
        return cases.stream().filter(result -> !result.passed()).toList();
    }

    /**
     * {@return the results above each rule of a rule file, or above each case of a file of cases}
     *
     * @param pack the pack as it is being edited, which may have other rules and cases by now
     * @param file the file
     */
    public List<Lens> lenses(PackAssist pack, String file) {
        List<Lens> lenses = new ArrayList<>();
        for (Symbol symbol : pack.symbols(file)) {
            if (file.endsWith(PackAssist.RULES)) {
                lenses.add(new Lens(symbol.span(), rule(symbol.name()), symbol.name()));
            } else if (file.startsWith("cases/")) {
                cases.stream()
                        .filter(one -> one.sentence().equals(symbol.name())
                                && one.rule().equals(symbol.detail()))
                        .findFirst()
                        .ifPresent(one -> lenses.add(new Lens(symbol.span(), words(one), one.rule())));
            }
        }
        return lenses;
    }

    /**
     * {@return the results of the cases of a rule, or of all rows of a rule with a table; of all rules for an empty text}
     *
     * @param rule the id of the rule
     */
    public List<CaseResult> of(String rule) {
        return cases.stream()
                .filter(one -> rule.isEmpty() || one.rule().equals(rule) || rule.equals(tables.get(one.rule())))
                .toList();
    }

    private Message rule(String id) {
        List<CaseResult> about = of(id);
        long passed = about.stream().filter(CaseResult::passed).count();
        Message tested =
                about.isEmpty() ? Message.of("no cases") : Message.of("cases: %s of %s pass", passed, about.size());
        return matches == null ? tested : Message.of("%s · matches %s candidates", tested, matches.getOrDefault(id, 0));
    }

    private static Message words(CaseResult one) {
        return one.passed()
                ? Message.of("passes")
                : Message.of("fails: expected %s, found %s", one.expected(), one.actual());
    }
}
