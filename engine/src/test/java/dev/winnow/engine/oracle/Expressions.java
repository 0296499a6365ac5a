package dev.winnow.engine.oracle;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.drools.mvel.parser.printer.PrintUtil;
import org.jspecify.annotations.Nullable;

/** Converts the expressions of a pattern, as parsed by Drools' own parser, into three-valued claims. */
final class Expressions {

    private final Shape shape;
    private final Scope scope;
    private final Set<Fault> faults;

    Expressions(Shape shape, Scope scope, Set<Fault> faults) {
        this.shape = shape;
        this.scope = scope;
        this.faults = faults;
    }

    Claim claim(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return claim(enclosed.getInner());
        }
        if (expression instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return complement(claim(unary.getExpression()));
        }
        if (expression instanceof BinaryExpr binary) {
            return switch (binary.getOperator()) {
                case AND -> both(claim(binary.getLeft()), claim(binary.getRight()));
                case OR -> either(claim(binary.getLeft()), claim(binary.getRight()));
                default -> comparison(binary.getOperator().asString(), term(binary.getLeft()), term(binary.getRight()));
            };
        }
        if (expression instanceof PointFreeExpr free) {
            return pointFree(free);
        }
        throw unreadable(expression);
    }

    private static Claim both(Claim left, Claim right) {
        return (row, variables) -> left.of(row, variables).and(right.of(row, variables));
    }

    private static Claim either(Claim left, Claim right) {
        return (row, variables) -> left.of(row, variables).or(right.of(row, variables));
    }

    private Claim complement(Claim inner) {
        if (faults.contains(Fault.COMPLEMENT_UNSWAPPED)) {
            return (row, variables) -> Truth.of(inner.of(row, variables) != Truth.TRUE);
        }
        return (row, variables) -> inner.of(row, variables).not();
    }

    private Claim comparison(String operator, Term left, Term right) {
        Truth unknown = unknown(operator.equals("!="));
        return (row, variables) -> {
            Object one = left.of(row, variables);
            Object other = right.of(row, variables);
            if (one instanceof Unnamed || other instanceof Unnamed) {
                Truth same = one instanceof Unnamed key ? same(key, other) : same((Unnamed) other, one);
                return operator.equals("==") ? same : same.not();
            }
            return one == null || other == null ? unknown : compare(operator, one, other);
        };
    }

    private static Truth same(Unnamed key, @Nullable Object other) {
        return other == null || other instanceof Unnamed ? Truth.UNKNOWN : key.is(other);
    }

    private Truth compare(String operator, Object one, Object other) {
        if (one instanceof Range range) {
            return range.compare(operator, (Range) other, faults);
        }
        return switch (operator) {
            case "==" -> Truth.of(one.equals(other));
            case "!=" -> Truth.of(!one.equals(other));
            case ">=" -> Truth.of(order(one, other) >= 0);
            case ">" -> Truth.of(order(one, other) > 0);
            case "<=" -> Truth.of(order(one, other) <= 0);
            case "<" -> Truth.of(order(one, other) < 0);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    @SuppressWarnings("unchecked")
    private static int order(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    private Claim pointFree(PointFreeExpr free) {
        String operator = free.getOperator().asString();
        boolean negated = free.isNegated();
        Term left = term(free.getLeft());
        List<Term> operands = free.getRight().stream().map(this::term).toList();
        Truth unknown = unknown(negated);
        return (row, variables) -> {
            Object subject = left.of(row, variables);
            Truth among = among(operator, subject, operands, row, variables);
            if (among != null) {
                return negated ? among.not() : among;
            }
            Truth truth = subject == null ? null : member(operator, subject, operands, row, variables);
            return truth == null ? unknown : Truth.of((truth == Truth.TRUE) != negated);
        };
    }

    /** The truth of a membership test of an empty list, or of a key that a row cannot have; null for other tests. */
    private @Nullable Truth among(
            String operator, @Nullable Object subject, List<Term> operands, Row row, @Nullable Object[] variables) {
        Object operand = operands.get(0).of(row, variables);
        Object item = operator.equals("contains") ? operand : subject;
        Object list = operator.equals("contains")
                ? subject
                : operator.equals("in")
                        ? operands.stream().map(one -> one.of(row, variables)).toList()
                        : operand;
        if (!(list instanceof Collection<?> known) || StartOfList.mayHoldMore(known)) {
            return item instanceof Unnamed ? Truth.UNKNOWN : null;
        }
        if (known.isEmpty() && !faults.contains(Fault.EMPTY_HOLDS_UNKNOWN)) {
            return Truth.FALSE;
        }
        return item instanceof Unnamed key ? known.stream().map(key::is).reduce(Truth.FALSE, Truth::or) : null;
    }

    /** The truth of a membership test; null if an operand is unknown. */
    private static @Nullable Truth member(
            String operator, Object subject, List<Term> operands, Row row, @Nullable Object[] variables) {
        Object operand = operands.get(0).of(row, variables);
        if (operand == null) {
            return null;
        }
        return switch (operator) {
            case "in" -> Truth.of(operands.stream().anyMatch(one -> subject.equals(one.of(row, variables))));
            case "memberOf" -> member((Collection<?>) operand, subject);
            case "contains" -> member((Collection<?>) subject, operand);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static @Nullable Truth member(Collection<?> list, Object item) {
        return list.contains(item) ? Truth.TRUE : StartOfList.mayHoldMore(list) ? null : Truth.FALSE;
    }

    private Truth unknown(boolean differs) {
        if (faults.contains(Fault.NULL_FALSE)) {
            return Truth.FALSE;
        }
        return differs && faults.contains(Fault.NULL_DIFFERS) ? Truth.TRUE : Truth.UNKNOWN;
    }

    Term term(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return term(enclosed.getInner());
        }
        if (expression instanceof NameExpr name) {
            return name(name.getNameAsString());
        }
        if (expression instanceof StringLiteralExpr literal) {
            return constant(literal.asString());
        }
        if (expression instanceof BooleanLiteralExpr literal) {
            return constant(literal.getValue());
        }
        if (expression instanceof IntegerLiteralExpr literal) {
            return constant(Range.exactly(literal.asNumber().longValue()));
        }
        if (expression instanceof MethodCallExpr call && call.getNameAsString().equals("size")) {
            Term list = term(call.getScope().orElseThrow());
            return (row, variables) -> list.of(row, variables) instanceof Collection<?> known
                    ? Range.computed(
                            Fraction.of(known.size()),
                            StartOfList.mayHoldMore(known) ? null : Fraction.of(known.size()),
                            Unit.NUMBER)
                    : null;
        }
        if (expression instanceof BinaryExpr binary) {
            return arithmetic(binary.getOperator(), term(binary.getLeft()), term(binary.getRight()));
        }
        throw unreadable(expression);
    }

    private Term name(String name) {
        if (scope.knows(name)) {
            int slot = scope.slot(name);
            return (row, variables) -> variables[slot];
        }
        int index = shape.index(name);
        return (row, variables) -> row.values()[index];
    }

    private static Term constant(Object value) {
        return (row, variables) -> value;
    }

    private Term arithmetic(BinaryExpr.Operator operator, Term left, Term right) {
        return (row, variables) -> {
            Object first = left.of(row, variables);
            Object second = right.of(row, variables);
            if (!(first instanceof Range one) || !(second instanceof Range other)) {
                boolean scales = operator == BinaryExpr.Operator.MULTIPLY || operator == BinaryExpr.Operator.DIVIDE;
                return scales && (isNothing(first) || isNothing(second)) ? Range.exactly(0) : null;
            }
            return switch (operator) {
                case PLUS -> one.plus(other);
                case MINUS -> one.minus(other, faults);
                case MULTIPLY -> one.times(other);
                case DIVIDE -> one.over(other);
                default -> throw new IllegalArgumentException(operator.asString());
            };
        };
    }

    /** Whether a value is a number that is exactly 0, so that a product with an unknown value is 0. */
    private static boolean isNothing(@Nullable Object value) {
        return value instanceof Range range && range.isNothing();
    }

    private static IllegalArgumentException unreadable(Expression expression) {
        return new IllegalArgumentException("the oracle cannot read " + PrintUtil.printNode(expression) + " ("
                + expression.getClass().getSimpleName() + ")");
    }
}
