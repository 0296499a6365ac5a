package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.mutate.Mutant.Fate;
import dev.winnow.workbench.internal.mutate.Mutant.Kind;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Mutations of the limits of a pack: each value is moved to a nearby one. */
final class LimitMutations {

    private static final Amount NEAR = Amount.of("0.1");
    private static final Amount LESS = Amount.of("0.9");
    private static final Amount MORE = Amount.of("1.1");
    private static final Amount COUNTABLE = Amount.of(20);

    private static final MathContext DIGITS = new MathContext(12);

    private final @Nullable Node file;
    private final LimitTable table;

    /** @param file limits.yaml; null if it is missing */
    LimitMutations(@Nullable Node file, LimitTable table) {
        this.file = file;
        this.table = table;
    }

    /** Visits every mutation of the limits that a rule reads, with the mutated limits. */
    void of(CheckedRule rule, BiConsumer<Mutant, LimitTable> each) {
        Node list = file == null ? null : file.get("limits");
        if (file == null || list == null) {
            return;
        }
        for (Node limit : list.items()) {
            Node id = limit.get("id");
            Node values = limit.get("values");
            if (id == null
                    || values == null
                    || !Reads.limits(rule).contains(id.text().strip())) {
                continue;
            }
            Unit unit = Objects.requireNonNull(table.unit(id.text().strip()));
            for (Node dated : values.items()) {
                Node value = dated.get("value");
                if (value != null) {
                    moved(rule, value, unit, each);
                }
            }
        }
    }

    private void moved(CheckedRule rule, Node value, Unit unit, BiConsumer<Mutant, LimitTable> each) {
        Figure figure = FigureText.parse(value.text(), unit, null).figure();
        if (figure == null || file == null) {
            return;
        }
        for (Amount other : moved(figure.low(), unit)) {
            String after = unit.write(other);
            Node edited = with(file, value, Node.scalar(value.place(), after));
            LimitTable changed = LimitTable.read(edited, table.money(), table.declaredUnits(), new ArrayList<>());
            each.accept(mutant(rule, value, after), changed);
        }
    }

    /** Returns a value above and one below: a small count moves by one, any other value by a tenth. */
    static List<Amount> moved(Amount value, Unit unit) {
        List<Amount> moved = new ArrayList<>();
        boolean counted = unit.kind() == Unit.Kind.NUMBER && value.compareTo(COUNTABLE) <= 0 && value.isWhole();
        Amount above = counted ? value.plus(Amount.ONE) : value.isZero() ? NEAR : round(value.times(MORE));
        if (unit.isShare() && above.compareTo(Amount.ONE) > 0) {
            above = round(value.plus(Amount.ONE).over(Amount.of(2)));
        }
        RatingLevels levels = unit.levels();
        if (above.compareTo(value) > 0 && (levels == null || above.compareTo(Amount.of(levels.highest())) <= 0)) {
            moved.add(above);
        }
        if (levels == null ? !value.isZero() : value.compareTo(Amount.of(levels.lowest())) > 0) {
            moved.add(counted ? value.minus(Amount.ONE) : round(value.times(LESS)));
        }
        return moved;
    }

    /** Rounds to the precision used in files. */
    static Amount round(Amount value) {
        return Amount.of(value.decimal().round(DIGITS));
    }

    private static Mutant mutant(CheckedRule rule, Node value, String after) {
        Place place = value.place();
        String line = place.text() == null ? "" : place.text();
        int from = Math.max(0, Math.min(place.column() - 1, line.length()));
        int at = line.indexOf(value.text(), from);
        String changed = at < 0
                ? line
                : line.substring(0, at)
                        + after
                        + line.substring(at + value.text().length());
        Place exact = at < 0 ? place : new Place(place.file(), place.line(), at + 1, place.text());
        return new Mutant(
                rule.id(),
                rule.rule().criterion(),
                exact,
                Kind.LIMIT,
                value.text(),
                after,
                changed,
                Fate.UNDECIDED,
                null);
    }

    /** Returns a copy of a tree with one node replaced. */
    private static Node with(Node tree, Node old, Node fresh) {
        if (tree == old) {
            return fresh;
        }
        if (tree.isList()) {
            return Node.list(
                    tree.place(),
                    tree.items().stream().map(item -> with(item, old, fresh)).toList());
        }
        return tree.isMap()
                ? Node.map(
                        tree.place(),
                        tree.fields().values().stream()
                                .map(field ->
                                        new Node.Field(field.key(), field.place(), with(field.value(), old, fresh)))
                                .toList())
                : tree;
    }
}
