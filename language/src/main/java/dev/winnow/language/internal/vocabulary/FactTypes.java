package dev.winnow.language.internal.vocabulary;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fact types that the rules of a pack may match: those of the model with the pack's declared properties and lists,
 * its limits, and the day of screening. Immutable.
 */
public final class FactTypes {

    /** The name of the type of limits. */
    public static final String LIMIT = "Limit";

    /** The name of the type of the day of screening. */
    public static final String AS_OF = "AsOf";

    private static final List<Class<? extends Record>> FIRST = List.of(Project.class, Milestone.class, City.class);
    private static final List<Class<? extends Record>> LAST =
            List.of(Presence.class, Coverage.class, IndustrialChain.class, ChainLink.class, Limit.class, AsOf.class);
    private static final Map<String, FactType> CORE = core();

    private final Vocabulary vocabulary;
    private final Map<String, FactType> types = new LinkedHashMap<>(CORE);

    private FactTypes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        types.computeIfPresent("Project", (name, type) -> type(Project.class, vocabulary.ofProject()));
        types.computeIfPresent("City", (name, type) -> type(City.class, vocabulary.ofCity()));
        for (DeclaredList list : vocabulary.reworded()) {
            types.computeIfPresent(list.row(), (name, type) -> FactType.of(type.record(), list, List.of()));
        }
        for (DeclaredList list : vocabulary.lists()) {
            types.put(list.row(), FactType.of(DeclaredRow.class, list, List.of()));
        }
    }

    /** Returns the types for a vocabulary. */
    public static FactTypes of(Vocabulary vocabulary) {
        return new FactTypes(vocabulary);
    }

    /** Returns the vocabulary. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Returns the type with a name; null if it is unknown. */
    public @Nullable FactType type(String name) {
        return types.get(name);
    }

    /** Returns the type of projects. */
    public FactType project() {
        FactType project = types.get("Project");
        if (project == null) {
            throw new IllegalStateException("projects are always among the types");
        }
        return project;
    }

    /** Returns the type that has a fact that may be assumed. */
    public FactType holding(Assumable about) {
        FactType holding = switch (about.subject()) {
            case PROJECT -> project();
            case CITY, LIST -> types.get("City");
            case LINK -> types.get("Presence");
            case STAGE -> types.get("Coverage");
            case ROW ->
                types.values().stream()
                        .filter(type -> Objects.equals(type.list(), about.list()))
                        .findFirst()
                        .orElse(null);
        };
        return Objects.requireNonNull(holding, about.name());
    }

    /** Returns the names of all types. */
    public List<String> names() {
        return List.copyOf(types.keySet());
    }

    /** Returns the name of the type of a fact. */
    public static String nameOf(Object fact) {
        return fact instanceof DeclaredRow row ? row.type() : fact.getClass().getSimpleName();
    }

    /** Returns the records of the types that need no declaration. */
    public static List<Class<? extends Record>> records() {
        List<Class<? extends Record>> records = new ArrayList<>();
        CORE.values().forEach(type -> records.add(type.record()));
        return records;
    }

    private static Map<String, FactType> core() {
        Map<String, FactType> types = new LinkedHashMap<>();
        FIRST.forEach(record -> types.put(record.getSimpleName(), type(record, List.of())));
        Vocabulary.core()
                .rows()
                .values()
                .forEach(row -> types.put(
                        row.name(),
                        FactType.of(
                                row.type(),
                                Objects.requireNonNull(Vocabulary.types().get(row.name())),
                                List.of())));
        LAST.forEach(record -> types.put(record.getSimpleName(), type(record, List.of())));
        return types;
    }

    private static FactType type(Class<? extends Record> record, List<DeclaredProperty> declared) {
        String name = record.getSimpleName();
        return FactType.of(record, Objects.requireNonNull(Vocabulary.types().get(name), name), declared);
    }
}
