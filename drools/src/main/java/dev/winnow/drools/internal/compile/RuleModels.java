package dev.winnow.drools.internal.compile;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * The rules of a pack as Drools' executable models, compiled and loaded. All are in one package, because Drools shares
 * equal conditions only within a package.
 */
public final class RuleModels {

    private final List<Model> models;

    private RuleModels(List<Model> models) {
        this.models = models;
    }

    /**
     * Compiles and loads a pack's rules.
     *
     * @param pack the pack's name
     * @throws PackException if the compiled rules contain code that no rule needs, in which case nothing is loaded, or
     *     if they do not compile, which is a defect of winnow's checks
     */
    public static RuleModels of(String pack, List<CheckedRule> rules) {
        try {
            List<Model> models = RuleLoader.load(Compiler.compile(pack, text(pack, rules)));
            requireAll(rules, models);
            return new RuleModels(models);
        } catch (PackException e) {
            throw e;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | StackOverflowError e) {
            Problem fault = new Problem(
                    Place.file(pack),
                    Message.of("the rules pass all checks but do not compile"),
                    0,
                    Message.of("report this defect together with the pack"));
            throw new PackException(List.of(fault), e);
        }
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

    /** The rewritten rules. */
    private static String text(String pack, List<CheckedRule> rules) {
        StringBuilder text = GeneratedNames.header(Drl.rootPackage(pack));
        rules.forEach(rule -> text.append(Rewriter.write(rule)));
        return text.toString();
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
            throw new IllegalStateException("the compiled rules are not those of the pack");
        }
    }
}
