package dev.winnow.engine.oracle;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.drools.mvel.parser.printer.PrintUtil;

/**
 * Prints a pack's rules for plain Drools: declared types with plain numbers for figures and dates, unchanged
 * conditions, empty consequences. Only arithmetic is replaced, because winnow has no negative numbers and defines
 * division by 0.
 */
final class PlainDrl {

    private static final String PACKAGE = "plain";

    private PlainDrl() {}

    static String print(PlainPack pack, List<Shape> shapes) {
        StringBuilder drl = new StringBuilder("package ").append(PACKAGE).append("\n");
        drl.append("import function ").append(PlainArithmetic.class.getName()).append(".*\n");
        for (Shape shape : shapes) {
            drl.append("declare ").append(shape.name()).append("\n");
            for (Trait trait : shape.traits()) {
                drl.append("  ")
                        .append(trait.name())
                        .append(" : ")
                        .append(type(trait))
                        .append("\n");
            }
            drl.append("end\n");
        }
        for (PlainRule rule : pack.rules()) {
            drl.append("rule \"").append(rule.id()).append("\"\nwhen\n");
            rule.text()
                    .getLhs()
                    .getDescrs()
                    .forEach(step -> drl.append("  ").append(step(step)).append("\n"));
            drl.append("then\nend\n");
        }
        return drl.toString();
    }

    private static String type(Trait trait) {
        return switch (trait.kind()) {
            case FIGURE, DATE -> "Double";
            case LIST -> "java.util.List";
            case TEXT -> "String";
            case FLAG -> "Boolean";
        };
    }

    private static String step(BaseDescr step) {
        if (step instanceof NotDescr not) {
            return "not " + pattern((PatternDescr) not.getDescrs().get(0));
        }
        PatternDescr pattern = (PatternDescr) step;
        if (!(pattern.getSource() instanceof AccumulateDescr accumulate)) {
            return pattern(pattern);
        }
        BaseDescr input = accumulate.getInput();
        AccumulateDescr.AccumulateFunctionCallDescr function =
                accumulate.getFunctions().get(0);
        PatternDescr counted =
                (PatternDescr) (input instanceof AndDescr and ? and.getDescrs().get(0) : input);
        List<String> parts = new ArrayList<>();
        String amount = String.join(", ", function.getParams());
        for (BaseDescr constraint : counted.getConstraint().getDescrs()) {
            DrlxExpression expression = expression(constraint);
            if (expression.getBind() != null
                    && expression.getBind().asString().equals(amount)
                    && text(expression.getExpr()).contains("$")) {
                // A binding cannot read a variable of another pattern, so the summand is computed inside the
                // accumulate.
                amount = text(expression.getExpr(), parts);
            } else {
                parts.add(text(constraint));
            }
        }
        return "accumulate( " + counted.getObjectType() + "( " + String.join(", ", parts) + " ); " + function.getBind()
                + " : " + function.getFunction() + "(" + amount + "); "
                + text(pattern.getConstraint().getDescrs().get(0)) + " )";
    }

    /**
     * An expression that reads each component through a variable; {@code bindings} receives the parts of the pattern
     * that bind these.
     */
    private static String text(Expression expression, List<String> bindings) {
        Set<String> components = new TreeSet<>();
        expression.findAll(NameExpr.class).forEach(name -> components.add(name.getNameAsString()));
        components.removeIf(name -> name.startsWith("$"));
        String text = text(expression);
        for (String component : components) {
            bindings.add("$of_" + component + " : " + component);
            text = text.replaceAll("(?<![\\w$])" + component + "\\b", "\\$of_" + component);
        }
        return text;
    }

    private static String pattern(PatternDescr pattern) {
        String name = pattern.getIdentifier() == null ? "" : pattern.getIdentifier() + " : ";
        return name + pattern.getObjectType() + "( "
                + pattern.getConstraint().getDescrs().stream()
                        .map(PlainDrl::text)
                        .collect(Collectors.joining(", "))
                + " )";
    }

    private static DrlxExpression expression(BaseDescr constraint) {
        return DrlxParseUtil.parseExpression(((ExprConstraintDescr) constraint).getExpression());
    }

    private static String text(BaseDescr constraint) {
        DrlxExpression expression = expression(constraint);
        String text = text(expression.getExpr());
        return expression.getBind() == null ? text : expression.getBind().asString() + " : " + text;
    }

    private static String text(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return "( " + text(enclosed.getInner()) + " )";
        }
        if (expression instanceof UnaryExpr unary) {
            return unary.getOperator().asString() + text(unary.getExpression());
        }
        if (expression instanceof BinaryExpr binary) {
            String left = text(binary.getLeft());
            String right = text(binary.getRight());
            return switch (binary.getOperator()) {
                case PLUS -> call("plus", left, right);
                case MINUS -> call("minus", left, right);
                case MULTIPLY -> call("times", left, right);
                case DIVIDE -> call("over", left, right);
                default -> left + " " + binary.getOperator().asString() + " " + right;
            };
        }
        return expression instanceof PointFreeExpr free ? pointFree(free) : PrintUtil.printNode(expression);
    }

    private static String pointFree(PointFreeExpr free) {
        String operator =
                (free.isNegated() ? " not " : " ") + free.getOperator().asString() + " ";
        String operands = free.getRight().stream().map(PlainDrl::text).collect(Collectors.joining(", "));
        boolean list = free.getOperator().asString().equals("in");
        return text(free.getLeft()) + operator + (list ? "( " + operands + " )" : operands);
    }

    private static String call(String function, String left, String right) {
        return function + "( " + left + ", " + right + " )";
    }
}
