package dev.winnow.drools.internal.compile;

import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The classes named in generated code: the fact types, and the classes that compute and compare. Generated code imports
 * them by their real names; the imports in rule files are part of the rule language and do not affect it.
 */
final class GeneratedNames {

    private static final List<Class<?>> CALLED =
            List.of(Comparisons.class, Truth.class, Calculation.class, Figure.class, Unit.class, Scorecard.class);

    /** Function for the lower bound of a count or sum, in generated DRL. */
    static final String LEAST = "least";

    /** Function for the upper bound of a count or sum. */
    static final String MOST = "most";

    private GeneratedNames() {}

    /** The header of generated DRL. */
    static StringBuilder header(String packageName) {
        return new StringBuilder("package ")
                .append(packageName)
                .append('\n')
                .append(imports("\n"))
                .append(totals())
                .append("global ")
                .append(Scorecard.class.getSimpleName())
                .append(" card\n");
    }

    /** Declares the functions of accumulates. */
    private static String totals() {
        return "import accumulate " + LeastTotal.class.getName() + " " + LEAST + "\nimport accumulate "
                + MostTotal.class.getName() + " " + MOST + "\n";
    }

    /** The imports, each followed by a terminator. */
    static String imports(String end) {
        List<Class<?>> classes = new ArrayList<>(CALLED);
        classes.addAll(FactTypes.records());
        classes.add(DeclaredRow.class);
        return classes.stream().map(type -> "import " + type.getName() + end).collect(Collectors.joining());
    }
}
