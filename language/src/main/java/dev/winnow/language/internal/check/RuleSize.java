package dev.winnow.language.internal.check;

import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Binding;
import dev.winnow.language.internal.syntax.Pattern.Condition;
import dev.winnow.language.internal.syntax.Pattern.Part;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.model.source.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the size of a rule. Substituting variables by their expressions can make a few short lines exceed any memory,
 * and patterns without a join pair each row of one with each row of the others.
 */
final class RuleSize {

    private static final int MOST_VALUES = 200;
    private static final int MOST_IN_ALL = 2_000;
    /** Maximum nesting: the parsing time of Drools doubles with each level. */
    private static final int DEEPEST = 10;

    private static final int MOST_FREE = 5;
    private static final Set<String> SINGLE = Set.of("Limit", "AsOf", "City");

    private final RuleFile file;
    private final PackRule rule;
    /** Number of values of each variable after substitution. */
    private final Map<String, Integer> sizes = new HashMap<>();
    /** Nesting depth of each variable after substitution. */
    private final Map<String, Integer> depths = new HashMap<>();
    /** Patterns whose facts each variable reads. */
    private final Map<String, Set<Integer>> sources = new HashMap<>();

    private int all;

    private RuleSize(RuleFile file, PackRule rule) {
        this.file = file;
        this.rule = rule;
    }

    /** Reports a rule that is too large. */
    static void check(RuleFile file, PackRule rule) {
        RuleSize bulk = new RuleSize(file, rule);
        bulk.size();
        bulk.free();
    }

    private void size() {
        for (int i = 0; i < rule.patterns().size(); i++) {
            Pattern pattern = rule.patterns().get(i);
            for (Part part : pattern.parts()) {
                if (part instanceof Binding binding) {
                    bind(i, binding);
                } else if (part instanceof Condition condition) {
                    add(condition.test());
                }
            }
            if (pattern.total() != null) {
                add(pattern.total().right());
                int summed = pattern.total().argument() == null
                        ? 1
                        : add(pattern.total().argument());
                sizes.putIfAbsent(pattern.total().variable(), summed);
                sources.putIfAbsent(pattern.total().variable(), Set.of());
            }
        }
        rule.leading().forEach(this::add);
        rule.arguments().forEach(this::add);
        if (all > MOST_IN_ALL) {
            file.problems()
                    .add(rule.problem(
                            Message.of(
                                    "rule `%s` has more than %s values once its variables are substituted",
                                    rule.id(), "2,000"),
                            Message.of("write several rules")));
        }
    }

    private void bind(int index, Binding binding) {
        int size = add(binding.value());
        if (size > MOST_VALUES) {
            file.report(
                    binding.spot(),
                    Message.of(
                            "`%s` has more than %s values once its variables are substituted",
                            binding.variable(), MOST_VALUES),
                    Message.of("bind a simpler expression"));
        }
        sizes.putIfAbsent(binding.variable(), Math.min(size, MOST_VALUES + 1));
        depths.putIfAbsent(binding.variable(), Math.min(depth(binding.value()), DEEPEST));
        Set<Integer> read = read(binding.value());
        read.add(index);
        sources.putIfAbsent(binding.variable(), read);
    }

    private int add(Expression expression) {
        int size = size(expression);
        if (depth(expression) > DEEPEST) {
            file.report(
                    expression.spot(),
                    Message.of("nested more than %s deep once variables are substituted", DEEPEST),
                    Message.of("bind simpler expressions, or write several rules"));
        }
        all = Math.min(all + size, Integer.MAX_VALUE / 2);
        return size;
    }

    /** Returns the number of values in an expression; the parser bounds its depth and length. */
    private int size(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return sizes.getOrDefault(variable.name(), 1);
        }
        int size = 1;
        for (Expression part : expression.parts()) {
            size += size(part);
        }
        return size;
    }

    private int depth(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return depths.getOrDefault(variable.name(), 0);
        }
        int depth = 0;
        for (Expression part : expression.parts()) {
            depth = Math.max(depth, depth(part) + 1);
        }
        return depth;
    }

    private Set<Integer> read(Expression expression) {
        Set<Integer> read = new HashSet<>();
        Reads.variables(expression, variable -> read.addAll(sources.getOrDefault(variable.name(), Set.of())));
        return read;
    }

    /** Counts the groups of patterns that no condition joins. */
    private void free() {
        List<Pattern> patterns = rule.patterns();
        int[] group = new int[patterns.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int i = 0; i < group.length; i++) {
            for (Expression test : patterns.get(i).conditions()) {
                for (int other : read(test)) {
                    if (isOfMany(patterns.get(other)) && isOfMany(patterns.get(i))) {
                        join(group, group[other], group[i]);
                    }
                }
            }
        }
        Set<Integer> groups = new HashSet<>();
        for (int i = 0; i < group.length; i++) {
            if (isOfMany(patterns.get(i)) && groups.add(group[i]) && groups.size() == MOST_FREE + 1) {
                file.report(
                        patterns.get(i).spot(),
                        Message.of(
                                "nothing joins this pattern to those above, as with %s patterns before it: every row is paired with every row of the others",
                                MOST_FREE - 1),
                        Message.of("compare it with a variable bound above, or write another rule"));
            }
        }
    }

    private static boolean isOfMany(Pattern pattern) {
        return pattern.kind() == Pattern.Kind.FACT && !SINGLE.contains(pattern.type());
    }

    private static void join(int[] group, int from, int into) {
        for (int i = 0; i < group.length; i++) {
            group[i] = group[i] == from ? into : group[i];
        }
    }
}
