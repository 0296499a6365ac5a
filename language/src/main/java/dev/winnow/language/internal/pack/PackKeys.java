package dev.winnow.language.internal.pack;

import dev.winnow.language.internal.pack.WorkedExample.Expected;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.internal.assumption.AssumptionReader;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.declared.Declarations;
import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.declared.Keys;
import dev.winnow.model.internal.declared.Shape;
import dev.winnow.model.internal.schema.FigureSchema;
import dev.winnow.model.internal.schema.UniverseSchema;
import dev.winnow.model.result.Side;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of a pack's YAML files. */
public final class PackKeys {

    private static final Declarations DECLARED = Declarations.beside(
            PackKeys.class,
            Map.of(
                    "pack", Message.of("pack.yaml"),
                    "criterion", Message.of("a criterion"),
                    "changeable", Message.of("an entry of `%s`", "changeable"),
                    "accept", Message.of("an entry of `%s`", "accept"),
                    "limits", Message.of("limits.yaml"),
                    "limit", Message.of("a limit"),
                    "value", Message.of("a limit's value"),
                    "cases", Message.of("a file of cases"),
                    "case", Message.of("a case")),
            forms());

    public static final Keys PACK = DECLARED.of("pack");
    static final Keys ACCEPT = DECLARED.of("accept");
    static final Keys LIMITS = DECLARED.of("limits");
    public static final Keys CASES = DECLARED.of("cases");
    static final Keys CASE = DECLARED.of("case");

    /** A limit. */
    public static final Keys LIMIT = DECLARED.of("limit");

    /** The facts of a case, or the background of all cases of a file. */
    public static final Keys GIVEN = DECLARED.of("given");

    private PackKeys() {}

    private static Map<String, Shape> forms() {
        Map<String, Shape> forms = new HashMap<>();
        forms.put(
                "sides",
                Shape.words(
                        facts -> Arrays.stream(Side.values()).map(Side::words).toList()));
        forms.put("currencies", Shape.words(facts -> Unit.currencies()));
        forms.put("figures", Shape.words(facts -> Changeable.figures(FactTypes.of(facts))));
        forms.put("checks", Shape.words(facts -> Check.codes()));
        forms.put(
                "order",
                Shape.node(facts -> JsonSchema.pattern(
                        "^\\s*[a-z0-9-]+\\s*>=\\s*[a-z0-9-]+\\s*$",
                        "an order is of two criteria: demand-pull >= funding")));
        forms.put("units", Shape.words(facts -> units(facts).keySet()));
        forms.put("exact", Shape.node(PackKeys::exact));
        forms.put("share", Shape.node(facts -> JsonSchema.map("type", List.of("number", "string"))));
        forms.put("outcomes", Shape.words(facts -> Expected.all()));
        forms.put("effects", Shape.words(facts -> WorkedExample.EFFECTS));
        forms.put("actions", Shape.words(facts -> WorkedExample.ACTIONS));
        forms.put("project", Shape.node(facts -> JsonSchema.ref("project")));
        forms.put("city", Shape.node(facts -> JsonSchema.ref("city")));
        UniverseSchema.lists().forEach((list, schema) -> forms.put(list, Shape.node(facts -> schema)));
        return forms;
    }

    /** {@return money, shares, plain numbers and the units that a vocabulary declares, by name} */
    public static Map<String, Unit> units(Vocabulary facts) {
        Map<String, Unit> units = new LinkedHashMap<>(LimitTable.UNITS);
        facts.units().forEach(unit -> units.put(unit.sign(), unit));
        return units;
    }

    /** Returns the schema of one exact number of any unit, or of a named level. */
    private static Map<String, Object> exact(Vocabulary facts) {
        Stream<Unit> named = facts.ratings().stream()
                .filter(unit -> !Objects.requireNonNull(unit.levels()).names().isEmpty());
        return JsonSchema.anyOf(Stream.concat(units(facts).values().stream(), named)
                .map(FigureSchema::exact)
                .toList());
    }

    /** {@return the keys of a file of a pack, given its name; null if it has no declared keys} */
    public static @Nullable Keys ofFile(String name) {
        return switch (name) {
            case "pack.yaml" -> PACK;
            case "limits.yaml" -> LIMITS;
            case Assumptions.FILE -> AssumptionReader.FILE;
            default -> name.startsWith("cases/") ? CASES : null;
        };
    }
}
