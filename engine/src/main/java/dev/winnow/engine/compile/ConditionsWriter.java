package dev.winnow.engine.compile;

import dev.winnow.engine.evaluate.Reading;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.CheckedRule.Variable;
import dev.winnow.language.check.Reads;
import dev.winnow.language.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Generates a pack's {@link Conditions} class. Its expressions come from the same {@link ExpressionWriter} as those of
 * the rules that Drools compiles, so a comparison is the same in both.
 *
 * <p>Equal expressions are written once and have one number, whatever their rule, so that rules share the rows that
 * match.
 */
public final class ConditionsWriter {

    /** The name of the class, in the pack's package. */
    static final String CLASS = "Fused";

    /**
     * The number of cases of one generated method. The JIT compiler does not compile methods of more than 8,000 bytes,
     * which a single method for a large pack would exceed.
     */
    private static final int DEALT = 200;

    private final Section alone = new Section("int", "alone", "Object fact", "fact");
    private final Section joint = new Section("int", "joint", "Object[] facts", "facts");
    private final Section read = new Section("Object", "read", "Object fact", "fact");
    private final Section value = new Section("Object", "value", "Object[] facts, double[] ends", "facts, ends");

    /** Conditions of a pattern that read its own fact alone; -1 if there are none. */
    public int alone(CheckedRule rule, int pattern, List<PlacedCondition> tests) {
        return tests.isEmpty() ? -1 : alone.number(fact(rule, pattern) + truth(rule, tests));
    }

    /** Conditions that read several facts; -1 if there are none. */
    public int joint(CheckedRule rule, List<PlacedCondition> tests) {
        if (tests.isEmpty()) {
            return -1;
        }
        Names names = new Names(rule);
        tests.forEach(placed -> names.read(placed.pattern(), placed.test()));
        return joint.number(names.declared() + truth(rule, tests));
    }

    /** A component of a pattern's own fact, or a value computed from that fact alone. */
    public int read(CheckedRule rule, int pattern, Expression expression) {
        return read.number(fact(rule, pattern) + "return " + written(rule, pattern, expression) + ";");
    }

    /** An expression, with the index of the pattern it is in; -1 outside patterns. */
    public int value(CheckedRule rule, int pattern, Expression expression) {
        Names names = new Names(rule);
        names.read(pattern, expression);
        return value.number(names.declared() + "return " + written(rule, pattern, expression) + ";");
    }

    private static String written(CheckedRule rule, int pattern, Expression expression) {
        return ExpressionWriter.ofFacts(rule, pattern, Reading.POSSIBLE).value(expression);
    }

    private static String fact(CheckedRule rule, int pattern) {
        String type = rule.types().get(pattern).name();
        return type + " " + ExpressionWriter.fact(rule, pattern) + " = (" + type + ") fact;\n    ";
    }

    /** Checks the possible reading first and returns if it fails; then checks only conditions that may be unknown. */
    private static String truth(CheckedRule rule, List<PlacedCondition> tests) {
        List<String> possibly = new ArrayList<>();
        List<String> certainly = new ArrayList<>();
        for (PlacedCondition placed : tests) {
            ExpressionWriter possible = ExpressionWriter.ofFacts(rule, placed.pattern(), Reading.POSSIBLE);
            possibly.add(possible.condition(placed.test()));
            if (possible.mayBeUnknown(placed.test())) {
                certainly.add(ExpressionWriter.ofFacts(rule, placed.pattern(), Reading.CERTAIN)
                        .condition(placed.test()));
            }
        }
        return "if (!(" + String.join(" && ", possibly) + ")) { return NOT; }\n    return "
                + (certainly.isEmpty() ? "CERTAINLY" : String.join(" && ", certainly) + " ? CERTAINLY : POSSIBLY")
                + ";";
    }

    /** The source of the class. */
    public String source(String packageName) {
        StringBuilder source = new StringBuilder("package ")
                .append(packageName)
                .append(";\n\n")
                .append(GeneratedNames.imports(";\n"))
                .append('\n')
                .append("public final class ")
                .append(CLASS)
                .append(" implements ")
                .append(Conditions.class.getSimpleName())
                .append(" {\n");
        List.of(alone, joint, read, value).forEach(section -> section.write(source));
        return ascii(source.append("}\n"));
    }

    /** Escapes characters outside ASCII, so that the source does not depend on an encoding. */
    private static String ascii(CharSequence source) {
        StringBuilder plain = new StringBuilder(source.length());
        source.chars().forEach(c -> {
            if (c < 128) {
                plain.append((char) c);
            } else {
                plain.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return plain.toString();
    }

    /** The facts and totals that expressions name, which are declared before them. */
    private static final class Names {

        private final CheckedRule rule;
        private final TreeSet<Integer> facts = new TreeSet<>();
        private final TreeSet<String> totals = new TreeSet<>();

        Names(CheckedRule rule) {
            this.rule = rule;
        }

        void read(int pattern, Expression expression) {
            Reads.properties(expression, property -> facts.add(pattern));
            Reads.variables(expression, name -> {
                Variable variable = rule.variable(name.name());
                if (variable.total()) {
                    totals.add(name.name());
                } else {
                    read(variable.pattern(), variable.value());
                }
            });
        }

        String declared() {
            StringBuilder text = new StringBuilder();
            for (int pattern : facts) {
                String type = rule.types().get(pattern).name();
                text.append(type).append(' ').append(ExpressionWriter.fact(rule, pattern));
                text.append(" = (")
                        .append(type)
                        .append(") facts[")
                        .append(pattern)
                        .append("];\n    ");
            }
            for (String total : totals) {
                int least = 2 * rule.variable(total).pattern();
                text.append("double ").append(ExpressionWriter.end(total, Reading.CERTAIN));
                text.append(" = ends[").append(least).append("];\n    ");
                text.append("double ").append(ExpressionWriter.end(total, Reading.POSSIBLE));
                text.append(" = ends[").append(least + 1).append("];\n    ");
            }
            return text.toString();
        }
    }

    /** The cases of one generated method, by number. */
    private static final class Section {

        private final String result;
        private final String name;
        private final String parameters;
        private final String arguments;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> bodies = new ArrayList<>();

        Section(String result, String name, String parameters, String arguments) {
            this.result = result;
            this.name = name;
            this.parameters = parameters;
            this.arguments = arguments;
        }

        int number(String body) {
            Integer known = numbers.putIfAbsent(body, bodies.size());
            if (known == null) {
                bodies.add(body);
                return bodies.size() - 1;
            }
            return known;
        }

        void write(StringBuilder source) {
            int dealers = (bodies.size() + DEALT - 1) / DEALT;
            head(source, "public", "");
            deal(source, "number / " + DEALT, 0, dealers, "Some", "number, " + arguments);
            for (int dealer = 0; dealer < dealers; dealer++) {
                head(source, "private static", "Some" + dealer);
                int from = dealer * DEALT;
                deal(source, "number", from, Math.min(from + DEALT, bodies.size()), "Of", arguments);
            }
            for (int i = 0; i < bodies.size(); i++) {
                source.append("\n  private static ")
                        .append(result)
                        .append(' ')
                        .append(name)
                        .append("Of")
                        .append(i);
                source.append('(').append(parameters).append(") {\n    ");
                source.append(bodies.get(i)).append("\n  }\n");
            }
        }

        private void head(StringBuilder source, String modifiers, String suffix) {
            source.append("\n  ")
                    .append(modifiers)
                    .append(' ')
                    .append(result)
                    .append(' ')
                    .append(name);
            source.append(suffix).append("(int number, ").append(parameters).append(") {\n");
        }

        private void deal(StringBuilder source, String by, int from, int to, String suffix, String passed) {
            source.append("    switch (").append(by).append(") {\n");
            for (int i = from; i < to; i++) {
                source.append("      case ")
                        .append(i)
                        .append(": return ")
                        .append(name)
                        .append(suffix)
                        .append(i);
                source.append('(').append(passed).append(");\n");
            }
            source.append("      default: throw new IllegalArgumentException();\n    }\n  }\n");
        }
    }
}
