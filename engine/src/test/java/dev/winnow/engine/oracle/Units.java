package dev.winnow.engine.oracle;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import dev.winnow.model.value.Unit;
import org.jspecify.annotations.Nullable;

/** The units of figures, derived only from the text of a rule. */
final class Units {

    private Units() {}

    static @Nullable Unit of(Expression expression, Shape shape, Scope scope) {
        if (expression instanceof EnclosedExpr enclosed) {
            return of(enclosed.getInner(), shape, scope);
        }
        if (expression instanceof NameExpr name) {
            String word = name.getNameAsString();
            return scope.knows(word) ? scope.unit(word) : shape.unit(word);
        }
        if (expression instanceof BinaryExpr binary) {
            return of(binary.getOperator(), of(binary.getLeft(), shape, scope), of(binary.getRight(), shape, scope));
        }
        return Unit.NUMBER;
    }

    private static @Nullable Unit of(BinaryExpr.Operator operator, @Nullable Unit left, @Nullable Unit right) {
        return switch (operator) {
            case MULTIPLY -> left == null || right == null ? Unit.NUMBER : product(left, right);
            case DIVIDE -> left == null || right == null ? Unit.NUMBER : quotient(left, right);
            default -> left;
        };
    }

    /**
     * The unit of a product. Money times anything is money; a declared unit is kept if the other factor has none; share
     * times share is a share; everything else is a number.
     */
    static Unit product(Unit left, Unit right) {
        if (left.isMoney() || right.isMoney()) {
            return left.isMoney() ? left : right;
        }
        if (isDeclared(left) || isDeclared(right)) {
            return !isDeclared(right) ? left : isDeclared(left) ? Unit.NUMBER : right;
        }
        return left == Unit.SHARE && right == Unit.SHARE ? Unit.SHARE : Unit.NUMBER;
    }

    static Unit quotient(Unit left, Unit right) {
        boolean thing = isDeclared(left) && !isDeclared(right) && !right.isMoney();
        return thing || (left.isMoney() && !right.isMoney()) ? left : Unit.NUMBER;
    }

    /** Whether a pack declares it. */
    static boolean isDeclared(Unit unit) {
        return !unit.isMoney() && unit != Unit.SHARE && unit != Unit.NUMBER;
    }
}
