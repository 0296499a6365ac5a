package dev.winnow.workbench.internal.mutate;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Law;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Generates the mutants of the rules of a pack, except invalid ones. */
final class Mutations {

    /**
     * A mutated rule, ready to be evaluated.
     *
     * @param mutant the description of the change
     * @param rule the rule with the change
     * @param limits the limits with the change
     */
    record Variant(Mutant mutant, CheckedRule rule, LimitTable limits) {}

    private final RulePack pack;
    private final Set<String> criteria = new TreeSet<>();
    private final Map<String, RuleSource> sources = new HashMap<>();
    private final Map<String, RuleFile> files = new HashMap<>();
    private final LimitMutations limits;

    /** @param files the files of the pack */
    Mutations(RulePack pack, PackFiles files) {
        this.pack = pack;
        List<Problem> none = new ArrayList<>();
        pack.criteria().forEach(criterion -> criteria.add(criterion.id()));
        Set<String> names = new TreeSet<>(criteria);
        names.addAll(pack.conditions());
        for (String name : names) {
            String text = Objects.requireNonNull(files.rules(name + ".drl", none));
            RuleFile file = new RuleFile(files.place(name + ".drl").file(), name, text, none);
            this.files.put(name, file);
            sources.put(name, new RuleSource(file));
        }
        this.limits = new LimitMutations(files.yaml("limits.yaml", none), pack.limitTable());
    }

    /** Returns the mutants of a rule by place, those of limits last. */
    List<Variant> of(CheckedRule rule) {
        String criterion = rule.rule().criterion();
        RuleSource source = Objects.requireNonNull(sources.get(criterion));
        List<Mutation> mutations = new ArrayList<>(ConditionMutations.of(source, source.rule(rule.rule())));
        mutations.addAll(RowMutations.of(source, rule.rule()));
        mutations.addAll(ConsequenceMutations.of(source, rule.rule(), criteria));
        mutations.sort(RuleSource.order());
        List<Variant> variants = new ArrayList<>();
        for (Mutation mutation : mutations) {
            CheckedRule changed = changed(rule, mutation);
            if (changed != null) {
                variants.add(new Variant(source.mutant(rule, mutation), changed, pack.limitTable()));
            }
        }
        limits.of(rule, (mutant, table) -> variants.add(new Variant(mutant, rule, table)));
        return variants;
    }

    /** Returns the mutated rule; null if it is invalid. */
    private @Nullable CheckedRule changed(CheckedRule rule, Mutation mutation) {
        RuleFile file = Objects.requireNonNull(files.get(rule.rule().criterion()));
        List<Problem> problems = new ArrayList<>();
        String text = Objects.requireNonNull(sources.get(file.criterion())).changed(rule.rule(), mutation);
        RuleFile edited = new RuleFile(file.path(), file.criterion(), text, problems);
        RuleParser.Rules rules = RuleParser.parse(edited, Drl.packageName(pack.name(), file.criterion()));
        PackRule found = rules.rules().stream()
                .filter(one -> one.id().equals(rule.id()))
                .findFirst()
                .orElse(null);
        if (found == null || !problems.isEmpty()) {
            return null;
        }
        return Law.check(edited, found, pack.types(), pack.limitTable(), criteria);
    }
}
