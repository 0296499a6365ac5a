package dev.winnow.engine.compile;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.pack.PackException;
import dev.winnow.language.syntax.Drl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * The rules of a pack as Drools' executable models: compiled, or found in a cache, and loaded.
 *
 * <p>The rules of each criterion are compiled and cached separately, so that an edit recompiles one criterion only. All
 * are in one package, as Drools shares equal conditions within a package only.
 */
public final class RuleModels {

    private final List<Model> models;

    private RuleModels(List<Model> models) {
        this.models = models;
    }

    /**
     * The models of a pack's rules.
     *
     * @param pack the pack's name
     * @throws PackException if the compiled rules contain code that no rule needs, in which case nothing is loaded, or
     *     if they do not compile at all, which is a defect of winnow's checks
     */
    public static RuleModels of(String pack, List<CheckedRule> rules, PackCache cache) {
        List<Model> models = PackClasses.load(
                pack,
                files(pack, rules),
                Model.class,
                cache,
                file -> Compiler.compile(pack, file),
                loaded -> requireAll(rules, loaded));
        return new RuleModels(models);
    }

    /** The rules whose names a predicate selects, ready to run. */
    public KieBase base(Predicate<String> chosen) {
        List<Model> parts = new ArrayList<>();
        for (Model model : models) {
            List<Rule> rules = model.getRules().stream()
                    .filter(rule -> chosen.test(rule.getName()))
                    .toList();
            parts.add(new ModelImpl(model.getName()).withRules(rules).withGlobals(model.getGlobals()));
        }
        return KieBaseBuilder.createKieBaseFromModel(parts);
    }

    /** The rewritten rules of each criterion, which are compiled separately. */
    private static List<String> files(String pack, List<CheckedRule> rules) {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        for (CheckedRule rule : rules) {
            files.computeIfAbsent(rule.rule().criterion(), unused -> GeneratedNames.header(Drl.rootPackage(pack)))
                    .append(Rewriter.write(rule));
        }
        return files.values().stream().map(StringBuilder::toString).toList();
    }

    private static void requireAll(List<CheckedRule> rules, List<Model> models) {
        List<String> there = models.stream()
                .flatMap(model -> model.getRules().stream())
                .map(Rule::getName)
                .sorted()
                .toList();
        List<String> wanted = rules.stream()
                .flatMap(rule -> Rewriter.names(rule).stream())
                .sorted()
                .toList();
        if (!there.equals(wanted)) {
            throw new IllegalStateException("compiled are other rules than those of the pack");
        }
    }
}
