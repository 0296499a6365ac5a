package dev.winnow.engine.oracle;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.MvelParser;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads rules with Drools' own parsers, which share nothing with the engine's. */
final class RuleReader {

    private final RuleDescr rule;
    private final Types types;
    private final Set<Fault> faults;
    private final Scope scope = new Scope();

    private RuleReader(RuleDescr rule, Types types, Set<Fault> faults) {
        this.rule = rule;
        this.types = types;
        this.faults = faults;
    }

    static List<PlainRule> read(String criterion, String drl, Types types, Set<Fault> faults) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr file = parser.parse(false, drl);
            if (parser.hasErrors()) {
                throw new IllegalArgumentException(criterion + ": " + parser.getErrors());
            }
            return file.getRules().stream()
                    .map(rule -> new RuleReader(rule, types, faults).rule(criterion))
                    .toList();
        } catch (DroolsParserException e) {
            throw new IllegalArgumentException(criterion, e);
        }
    }

    private PlainRule rule(String criterion) {
        List<PlainRule.Step> steps = new ArrayList<>();
        for (BaseDescr step : rule.getLhs().getDescrs()) {
            steps.add(step(step));
        }
        PlainRule.Deed deed = deed();
        String points = annotation("points");
        String action = annotation("action");
        return new PlainRule(
                rule.getName(),
                criterion,
                String.valueOf(annotation("title")),
                String.valueOf(annotation("source")),
                points == null ? null : new BigDecimal(points),
                annotation("family"),
                action == null ? null : ChainAction.valueOf(action),
                steps,
                scope.size(),
                deed,
                rule);
    }

    private @Nullable String annotation(String name) {
        if (!rule.getAnnotationNames().contains(name)) {
            return null;
        }
        String text = String.valueOf(rule.getAnnotation(name).getValue());
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }

    private PlainRule.Step step(BaseDescr step) {
        if (step instanceof NotDescr not) {
            return new PlainRule.None(pick((PatternDescr) not.getDescrs().get(0)));
        }
        PatternDescr pattern = (PatternDescr) step;
        return pattern.getSource() instanceof AccumulateDescr accumulate
                ? tally(pattern, accumulate)
                : new PlainRule.Some(pick(pattern));
    }

    private PlainRule.Tally tally(PatternDescr result, AccumulateDescr accumulate) {
        BaseDescr input = accumulate.getInput();
        PlainRule.Pick pick = pick(
                (PatternDescr) (input instanceof AndDescr and ? and.getDescrs().get(0) : input));
        AccumulateDescr.AccumulateFunctionCallDescr function =
                accumulate.getFunctions().get(0);
        boolean sum = function.getFunction().equals("sum");
        int amount = sum ? scope.slot(function.getParams()[0]) : -1;
        Unit summed = sum ? scope.unit(function.getParams()[0]) : null;
        Unit unit = summed == null ? Unit.NUMBER : summed;
        int slot = scope.declare(function.getBind(), unit);
        BinaryExpr comparison = (BinaryExpr)
                expression(result.getConstraint().getDescrs().get(0)).getExpr();
        Term bound = new Expressions(pick.shape(), scope, faults).term(comparison.getRight());
        return new PlainRule.Tally(
                pick, amount, slot, unit, comparison.getOperator().asString(), bound);
    }

    private PlainRule.Pick pick(PatternDescr pattern) {
        Shape shape = types.shape(pattern.getObjectType());
        int slot = pattern.getIdentifier() == null ? -1 : scope.declare(pattern.getIdentifier(), null);
        Expressions expressions = new Expressions(shape, scope, faults);
        List<PlainRule.Part> parts = new ArrayList<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            DrlxExpression expression = expression(constraint);
            if (expression.getBind() == null) {
                parts.add(new PlainRule.Part(-1, null, expressions.claim(expression.getExpr())));
            } else {
                Term term = expressions.term(expression.getExpr());
                Unit unit = Units.of(expression.getExpr(), shape, scope);
                String name = expression.getBind().asString();
                parts.add(new PlainRule.Part(scope.declare(name, unit), term, null));
            }
        }
        return new PlainRule.Pick(shape, slot, parts, shape.key().size() < 2 ? List.of() : pins(pattern, shape));
    }

    /** The terms that the constraints of a pattern allow for each part of a key. */
    private List<List<Term>> pins(PatternDescr pattern, Shape shape) {
        List<List<Term>> pins = new ArrayList<>();
        for (String part : shape.key()) {
            List<Term> left = List.of();
            for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
                DrlxExpression expression = expression(constraint);
                if (left.isEmpty() && expression.getBind() == null) {
                    left = pin(expression.getExpr(), part, pattern, shape);
                }
            }
            if (left.isEmpty()) {
                return List.of();
            }
            pins.add(left);
        }
        return pins;
    }

    private List<Term> pin(Expression test, String part, PatternDescr pattern, Shape shape) {
        if (test instanceof EnclosedExpr enclosed) {
            return pin(enclosed.getInner(), part, pattern, shape);
        }
        if (test instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
            List<Term> left = pin(both.getLeft(), part, pattern, shape);
            return left.isEmpty() ? pin(both.getRight(), part, pattern, shape) : left;
        }
        if (test instanceof BinaryExpr same && same.getOperator() == BinaryExpr.Operator.EQUALS) {
            List<Term> left = pin(same.getLeft(), List.of(same.getRight()), part, pattern, shape);
            return left.isEmpty() ? pin(same.getRight(), List.of(same.getLeft()), part, pattern, shape) : left;
        }
        if (!(test instanceof PointFreeExpr free) || free.isNegated()) {
            return List.of();
        }
        return free.getOperator().asString().equals("contains")
                ? pin(free.getRight().get(0), List.of(free.getLeft()), part, pattern, shape)
                : pin(free.getLeft(), free.getRight(), part, pattern, shape);
    }

    private List<Term> pin(Expression item, List<Expression> others, String part, PatternDescr pattern, Shape shape) {
        Set<String> own = new HashSet<>();
        shape.traits().forEach(trait -> own.add(trait.name()));
        Set<String> names = new HashSet<>(Set.of(part));
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            DrlxExpression binding = expression(constraint);
            if (binding.getBind() != null) {
                own.add(binding.getBind().asString());
                if (binding.getExpr() instanceof NameExpr name
                        && name.getNameAsString().equals(part)) {
                    names.add(binding.getBind().asString());
                }
            }
        }
        boolean isPart = item instanceof NameExpr name && names.contains(name.getNameAsString());
        boolean readsOwn = others.stream()
                .flatMap(other -> other.findAll(NameExpr.class).stream())
                .anyMatch(name -> own.contains(name.getNameAsString()));
        Expressions expressions = new Expressions(shape, scope, faults);
        return isPart && !readsOwn ? others.stream().map(expressions::term).toList() : List.of();
    }

    private static DrlxExpression expression(BaseDescr constraint) {
        return DrlxParseUtil.parseExpression(((ExprConstraintDescr) constraint).getExpression());
    }

    private PlainRule.Deed deed() {
        MethodCallExpr call = MvelParser.parseBlock("{" + rule.getConsequence() + "}")
                .getStatement(0)
                .asExpressionStmt()
                .getExpression()
                .asMethodCallExpr();
        List<Expression> arguments = call.getArguments();
        String verb = call.getNameAsString();
        String target = verb.equals("cap") ? text(arguments.get(0)) : null;
        int next = target == null ? 0 : 1;
        List<Integer> figures = new ArrayList<>();
        while (arguments.get(next) instanceof NameExpr) {
            figures.add(slot(arguments.get(next++)));
        }
        String reason = text(arguments.get(next++));
        List<Integer> filling = arguments.subList(next, arguments.size()).stream()
                .map(this::slot)
                .toList();
        return new PlainRule.Deed(verb, target, figures, reason, filling);
    }

    private int slot(Expression name) {
        return scope.slot(((NameExpr) name).getNameAsString());
    }

    private static String text(Expression literal) {
        return ((StringLiteralExpr) literal).asString();
    }
}
