package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Rate;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The largest amount of each property in a universe. Amounts far beyond it are asked about. */
final class KnownAmounts {

    /** Factor between the largest known amount and the smallest one that is asked about. */
    private static final long FAR = 1_000;

    /**
     * A trillion yuan, dollars or euros, in millions, and about as much in currencies of small units. A number without
     * a unit of its own is asked about from here on, unless known amounts come near to it.
     */
    private static final Amount LONG_MONEY = Amount.of(1_000_000);

    private static final Map<Unit, Amount> IN_SMALL_UNITS = Map.of(
            Unit.JPY, Amount.of(100_000_000), Unit.INR, Amount.of(100_000_000), Unit.KRW, Amount.of(1_000_000_000));

    /** Eight digits of a scaled unit, which are usually single units. */
    private static final Amount LONG_NUMBER = Amount.of(10_000_000);
    /** A yuan, dollar or another single unit, in millions. */
    private static final Amount SINGLE = Amount.ONE.over(LONG_MONEY);

    private static final Amount NEARLY = Amount.of(10);

    private final Map<String, Amount> largest = new HashMap<>();
    private final Map<Unit, Amount> inUnit = new HashMap<>();
    private final Map<String, Optional<BigDecimal>> most = new HashMap<>();

    private final Universe universe;

    private KnownAmounts(Universe universe) {
        this.universe = universe;
    }

    /** The amounts of a universe. */
    static KnownAmounts of(Universe universe) {
        KnownAmounts known = new KnownAmounts(universe);
        for (EntryKind kind : EntryKinds.of(universe.vocabulary()).values()) {
            List<Property> counted =
                    kind.properties().stream().filter(KnownAmounts::isCounted).toList();
            if (!counted.isEmpty() && (kind.isProjects() || kind.name().startsWith("cities."))) {
                for (Node entry : universe.listed(kind.isProjects() ? "projects" : "cities")) {
                    List<Node> rows = kind.isProjects() ? List.of(entry) : entry.list(kind.list(), new ArrayList<>());
                    rows.forEach(row -> counted.forEach(property -> known.add(property, row)));
                }
            }
        }
        return known;
    }

    /** Whether figures of a property are amounts: money, or numbers with a declared unit. */
    static boolean isCounted(Property property) {
        Unit unit = property.unit();
        return property.type() == Property.Type.FIGURE && unit != null && (unit.isMoney() || unit.isDeclared());
    }

    private void add(Property property, Node row) {
        Node value = row.isMap() ? row.get(property.name()) : null;
        for (Node one : value == null ? List.<Node>of() : value.isList() ? value.items() : List.of(value)) {
            Node plain = one.isMap() ? one.get("value") : one;
            Figure figure = plain == null || !plain.isScalar() ? null : converted(property, plain.text());
            if (figure != null) {
                Amount amount = figure.high().isUnbounded() ? figure.low() : figure.high();
                largest.merge(property.name(), amount, Amount::max);
                inUnit.merge(Objects.requireNonNull(property.unit()), amount, Amount::max);
            }
        }
    }

    /** The amount in a text, in the currency of the universe; null if it contains none. */
    private @Nullable Figure converted(Property property, String text) {
        Unit unit = property.unit() == null ? Unit.NUMBER : property.unit();
        return universe.rates()
                .parse(text, unit.isMoney() ? universe.money() : unit, null)
                .figure();
    }

    /** The amount in a text; null if it contains none. */
    static @Nullable Figure figure(Property property, String text, Unit money) {
        Unit unit = property.unit() == null ? Unit.NUMBER : property.unit();
        return FigureText.parse(text, unit.isMoney() ? money : unit, null).figure();
    }

    /**
     * The largest known amount of a property; if none is known, the largest in the same unit; null if there is none.
     *
     * @param unit the unit of the result: for money a currency, converted by the rate of the universe
     */
    private @Nullable Amount largest(Property property, Unit unit) {
        Amount own = largest.get(property.name());
        Amount known = own != null || property.unit() == null ? own : inUnit.get(property.unit());
        Rate rate = unit.isMoney() ? universe.rates().rate(unit, universe.money()) : null;
        return known == null || rate == null ? known : known.over(rate.factor());
    }

    /**
     * The largest number without a unit of its own that is taken without a question; null if there is no limit.
     *
     * @param unit unit of the heading, or of the question
     */
    @Nullable
    BigDecimal most(Property property, String unit, Unit money) {
        return most.computeIfAbsent(
                        property.name() + "\n" + unit,
                        any -> Optional.ofNullable(figure(property, "1 " + unit, money))
                                .map(one -> most(property, one)))
                .orElse(null);
    }

    private @Nullable BigDecimal most(Property property, Figure unit) {
        Amount one = unit.low();
        Amount longMoney = IN_SMALL_UNITS.getOrDefault(unit.unit(), LONG_MONEY);
        Amount known = largest(property, unit.unit());
        boolean isMoney = property.unit() != null && property.unit().isMoney();
        if (one.isZero() || (known == null && !isMoney)) {
            return null;
        }
        Amount most = known == null || known.isZero() ? Amount.UNBOUNDED : known.times(Amount.of(FAR));
        if (isMoney) {
            Amount usual = one.equals(SINGLE) ? longMoney : Amount.min(longMoney, LONG_NUMBER.times(one));
            most = Amount.min(most, known == null ? usual : Amount.max(usual, known.times(NEARLY)));
        }
        return most.isUnbounded() ? null : most.over(one).decimal().setScale(0, RoundingMode.FLOOR);
    }

    /** Whether an amount is far beyond every known amount of its property. */
    boolean isFarBeyond(Property property, Figure figure) {
        Amount known = largest(property, figure.unit());
        return known != null && !known.isZero() && figure.low().compareTo(known.times(Amount.of(FAR))) > 0;
    }
}
