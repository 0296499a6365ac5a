package dev.winnow.model.domain;

import dev.winnow.model.value.Measured;
import dev.winnow.model.value.Unit;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of the core's records say of their components. It is written out here once more, since Java spins a
 * class for each kind of annotation that is read, at each start; {@code CoreRecordsTest} holds that both say the same.
 */
public final class CoreRecords {

    private CoreRecords() {}

    /**
     * What is said of a component.
     *
     * @param name its name
     * @param isTimeless whether it is {@link Timeless}
     * @param isOpen whether it may be unknown
     * @param unit what it is {@link Measured} in; null if it is no figure
     * @param list the list that it {@link Refers} to; null if it does not
     * @param words the words that it is {@link OneOf}; empty if it is not
     * @param isForReaders whether it is {@link ForReaders}
     */
    public record Part(
            String name,
            boolean isTimeless,
            boolean isOpen,
            Unit.@Nullable Kind unit,
            @Nullable String list,
            List<String> words,
            boolean isForReaders) {

        Part timeless() {
            return new Part(name, true, isOpen, unit, list, words, isForReaders);
        }

        Part open() {
            return new Part(name, isTimeless, true, unit, list, words, isForReaders);
        }

        Part measured(Unit.Kind measured) {
            return new Part(name, isTimeless, isOpen, measured, list, words, isForReaders);
        }

        Part refers(String referred) {
            return new Part(name, isTimeless, isOpen, unit, referred, words, isForReaders);
        }

        Part oneOf(String... each) {
            return new Part(name, isTimeless, isOpen, unit, list, List.of(each), isForReaders);
        }

        Part forReaders() {
            return new Part(name, isTimeless, isOpen, unit, list, words, true);
        }
    }

    private static Part part(String name) {
        return new Part(name, false, false, null, null, List.of(), false);
    }

    /** What is said of each component of a record, in their order. */
    public static List<Part> parts(Class<? extends Record> record) {
        return record.getPackageName().equals(CoreRecords.class.getPackageName()) && !record.isMemberClass()
                ? written(record)
                : read(record);
    }

    /** The name of the city's list whose rows a record is; null if it is none of a {@link CityList}. */
    public static @Nullable String list(Class<? extends Record> record) {
        return !CityList.TYPES.contains(record)
                ? null
                : switch (record.getSimpleName()) {
                    case "Demand" -> "demands";
                    case "District" -> "districts";
                    case "Firm" -> "firms";
                    case "Fund" -> "funds";
                    default -> "leadUsers";
                };
    }

    /** The components that tell one row of a city's list from another; empty if the record is none. */
    public static List<String> key(Class<? extends Record> record) {
        return !CityList.TYPES.contains(record)
                ? List.of()
                : switch (record.getSimpleName()) {
                    case "Demand" -> List.of("endMarket");
                    case "District", "Firm" -> List.of("name");
                    case "Fund" -> List.of("id");
                    default -> List.of("firm", "endMarket");
                };
    }

    private static List<Part> written(Class<? extends Record> record) {
        return switch (record.getSimpleName()) {
            case "Project" ->
                List.of(
                        part("id").timeless(),
                        part("name").timeless(),
                        part("owner").timeless().open().refers("firms"),
                        part("city").timeless().open().refers("cities"),
                        part("decided").timeless().open(),
                        part("track").open().refers("tracks"),
                        part("links").open().refers("links"),
                        part("endMarkets").open().refers("endMarkets"),
                        part("investment").open().measured(Unit.Kind.MONEY),
                        part("fundingNeed").open().measured(Unit.Kind.MONEY),
                        part("declared"));
            case "Milestone" ->
                List.of(
                        part("project").timeless(),
                        part("step")
                                .timeless()
                                .oneOf(
                                        "landed",
                                        "tool-in",
                                        "pilot-line",
                                        "production",
                                        "capacity",
                                        "statement-of-interest",
                                        "pre-application",
                                        "full-application",
                                        "preliminary-terms",
                                        "due-diligence",
                                        "award"),
                        part("reached").timeless(),
                        part("evidence").open());
            case "City" ->
                List.of(
                        part("id").timeless(),
                        part("name").timeless(),
                        part("province").timeless().open(),
                        part("declared"));
            case "Demand" ->
                List.of(
                        part("city").timeless().open(),
                        part("endMarket").timeless().open().refers("endMarkets"),
                        part("annualOutput").open().measured(Unit.Kind.MONEY),
                        part("annualUnits").open().measured(Unit.Kind.NUMBER),
                        part("partsPerUnit").open().measured(Unit.Kind.NUMBER),
                        part("evidence").open());
            case "District" ->
                List.of(
                        part("city").timeless().open(),
                        part("name").timeless().open(),
                        part("specialisms").open().refers("links"),
                        part("keyEnterprises").open().measured(Unit.Kind.NUMBER),
                        part("totalInvestment").open().measured(Unit.Kind.MONEY),
                        part("evidence").open());
            case "Firm" ->
                List.of(
                        part("city").timeless().open(),
                        part("name").timeless().open().refers("firms"),
                        part("links").open().refers("links"),
                        part("evidence").open());
            case "Fund" ->
                List.of(
                        part("city").timeless().open(),
                        part("id").timeless().open(),
                        part("name").timeless().open(),
                        part("kind").timeless().open().oneOf("guidance", "aic", "market"),
                        part("tracks").open().refers("tracks"),
                        part("capital").open().measured(Unit.Kind.MONEY),
                        part("available").open().measured(Unit.Kind.MONEY),
                        part("invested").open().measured(Unit.Kind.MONEY),
                        part("leveraged").open().measured(Unit.Kind.MONEY),
                        part("established").open(),
                        part("horizonYears").open().measured(Unit.Kind.NUMBER),
                        part("evidence").open());
            case "LeadUser" ->
                List.of(
                        part("city").timeless().open(),
                        part("firm").timeless().open().refers("firms"),
                        part("endMarket").timeless().open().refers("endMarkets"),
                        part("evidence").open());
            case "Presence" ->
                List.of(
                        part("city").timeless(),
                        part("chain").timeless(),
                        part("link").timeless(),
                        part("stage").timeless(),
                        part("held").open(),
                        part("since").open().forReaders(),
                        part("holders").forReaders(),
                        part("evidence").open());
            case "Coverage" ->
                List.of(
                        part("city").timeless(),
                        part("chain").timeless(),
                        part("stage").timeless(),
                        part("held").open(),
                        part("since").open().forReaders(),
                        part("evidence").open());
            case "IndustrialChain" ->
                List.of(
                        part("id").timeless(),
                        part("name").timeless(),
                        part("links").timeless());
            case "ChainLink" ->
                List.of(
                        part("id").timeless(),
                        part("name").timeless(),
                        part("chain").timeless(),
                        part("stage").timeless(),
                        part("upstream").timeless(),
                        part("downstream").timeless(),
                        part("neighbours").timeless());
            case "DeclaredRow" ->
                List.of(
                        part("type").timeless(),
                        part("city").timeless().open(),
                        part("values"),
                        part("evidence").open());
            case "Outcome" ->
                List.of(
                        part("project").timeless(),
                        part("result").timeless().oneOf("succeeded", "failed", "stopped"),
                        part("ended").timeless().open(),
                        part("evidence").open());
            default -> read(record);
        };
    }

    /** The same by the annotations. */
    static List<Part> read(Class<? extends Record> record) {
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Measured measured = component.getAnnotation(Measured.class);
            Refers refers = component.getAnnotation(Refers.class);
            OneOf oneOf = component.getAnnotation(OneOf.class);
            parts.add(new Part(
                    component.getName(),
                    component.isAnnotationPresent(Timeless.class),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    measured == null ? null : measured.value(),
                    refers == null ? null : refers.value(),
                    oneOf == null ? List.of() : List.of(oneOf.value()),
                    component.isAnnotationPresent(ForReaders.class)));
        }
        return parts;
    }
}
