package dev.winnow.engine.oracle;

import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of random universes: few words and few numbers, so that rules match often.
 *
 * @param money the currency
 * @param numbers numbers by unit, around the limits of a pack
 * @param types the available properties, including those declared by a pack
 */
public record Words(Unit money, Map<Unit, List<Amount>> numbers, Types types) {

    /** The as-of date of random universes. */
    static final LocalDate TODAY = LocalDate.of(2024, 6, 30);

    /** Earlier than any other date. */
    static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);

    static final List<String> FIRMS = List.of("Firm A", "Firm B", "Firm C", "Firm D", "Firm E");
    static final List<String> STAGES = List.of("early", "middle", "late");
    static final List<String> STEPS = List.of("landed", "tool-in", "pilot-line", "production", "capacity");

    /** Words by the list that defines them. */
    static final Map<String, List<String>> LISTS = new TreeMap<>(Map.of(
            "endMarkets", List.of("m1", "m2", "m3", "m4"),
            "tracks", List.of("t1", "t2", "t3"),
            "subTracks", List.of("s1", "s2", "s3", "s4"),
            "links", List.of("l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8")));

    /** The id of the city in every universe. */
    private static final List<String> FIRST_CITY = List.of("city-1");

    /** Sources listed in universes, with their dates. */
    static final Map<String, LocalDate> SOURCES =
            new TreeMap<>(Map.of("survey", LocalDate.of(2021, 5, 1), "register", LocalDate.of(2023, 1, 1)));

    private static final Map<Unit, List<Amount>> NUMBERS = Map.of(
            Unit.MONEY, amounts("0", "100", "200", "300", "400", "600", "1000", "2000"),
            Unit.SHARE, amounts("0", "0.25", "0.5", "0.7", "0.8", "0.9", "1"),
            Unit.NUMBER, amounts("0", "1", "2", "3", "5", "10", "20"));

    private static final Amount TWO = Amount.of(2);

    private static List<Amount> amounts(String... numbers) {
        return Stream.of(numbers).map(Amount::of).toList();
    }

    /** Numbers around the limits of the dense pack. */
    public static final Words PLAIN = of(Declarations.read(Packs.dense()));

    /** These numbers with other declared facts. */
    static Words of(Declarations declared) {
        return new Words(Unit.MONEY, NUMBERS, Types.of(declared));
    }

    /** Numbers around the limits of a pack, on both sides. */
    static Words around(PlainPack pack) {
        Map<Unit, List<Amount>> numbers = new LinkedHashMap<>();
        for (Unit unit : Unit.kinds()) {
            TreeSet<Amount> around = new TreeSet<>(List.of(Amount.ZERO, Amount.ONE));
            for (Limit limit : pack.limits(TODAY)) {
                Amount value = limit.value().low();
                Unit own = limit.value().unit();
                if (own.kind() == unit.kind()) {
                    around.addAll(List.of(value.over(TWO), value));
                    around.add(unit == Unit.SHARE ? value.plus(Amount.ONE).over(TWO) : value.times(TWO));
                }
            }
            around.addAll(around.size() > 3 ? List.of() : numbers(unit));
            numbers.put(unit, List.copyOf(around));
        }
        return new Words(pack.money(), numbers, pack.types());
    }

    /** A number as files write it. */
    String write(Amount number, Unit unit) {
        String plain = number.toString();
        return unit.isMoney() ? plain + " mn " + money.sign() : plain;
    }

    private static List<Amount> numbers(Unit unit) {
        return Objects.requireNonNull(NUMBERS.get(Unit.of(unit.kind())));
    }

    List<Amount> of(Unit unit) {
        RatingLevels levels = unit.levels();
        if (levels != null) {
            return IntStream.rangeClosed(levels.lowest(), levels.highest())
                    .mapToObj(Amount::of)
                    .toList();
        }
        return Objects.requireNonNull(numbers.get(Unit.of(unit.kind())));
    }

    /** The publication date of a source; long ago if the source is not listed. */
    static LocalDate published(String source) {
        return SOURCES.getOrDefault(source.split(" ")[0], LONG_AGO);
    }

    /** The words of a list, or arbitrary texts if {@code list} is null. */
    static List<String> choice(@Nullable String list) {
        if (list == null || list.equals("firms")) {
            return FIRMS;
        }
        return list.equals("cities") ? FIRST_CITY : list(list);
    }

    static List<String> list(String name) {
        List<String> words = LISTS.get(name);
        if (words == null) {
            throw new IllegalArgumentException("no words for " + name);
        }
        return words;
    }
}
