package dev.winnow.engine.oracle;

import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Firm;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that the rules of a pack may read. */
final class Types {

    static final List<Class<?>> LISTS = List.of(Demand.class, LeadUser.class, Fund.class, District.class, Firm.class);

    private static final List<Class<?>> OTHERS = List.of(
            Project.class,
            City.class,
            ChainLink.class,
            IndustrialChain.class,
            Presence.class,
            Coverage.class,
            Milestone.class,
            Limit.class,
            AsOf.class);

    /** The types of a pack without declarations. */
    static final Types CORE = new Types(Declarations.NONE);

    private final Vocabulary vocabulary;
    private final Map<String, String> words;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private Types(Declarations declared) {
        this.vocabulary = declared.vocabulary();
        this.words = declared.words();
        for (Class<?> record : LISTS) {
            add(Shape.of(record, List.of()));
        }
        declared.lists().forEach(list -> add(Shape.of(list)));
        for (Class<?> record : OTHERS) {
            add(Shape.of(
                    record,
                    record == Project.class
                            ? declared.ofProject()
                            : record == City.class ? declared.ofCity() : List.of()));
        }
    }

    private void add(Shape shape) {
        shapes.put(shape.name(), shape);
    }

    /** The types of the model and those declared by a pack. */
    static Types of(Declarations declared) {
        return declared == Declarations.NONE ? CORE : new Types(declared);
    }

    /** The vocabulary that the engine reads universes with. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The names of the words of closed lists. */
    Map<String, String> words() {
        return words;
    }

    List<Shape> all() {
        return List.copyOf(shapes.values());
    }

    /** The types of the rows of a city's lists. */
    List<Shape> lists() {
        return shapes.values().stream().filter(Shape::isList).toList();
    }

    Shape shape(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("no type " + name);
        }
        return shape;
    }

    /** Whether rules may read a fact; false for rows declared by another pack. */
    boolean knows(Object fact) {
        return shapes.containsKey(name(fact));
    }

    Shape of(Object fact) {
        return shape(name(fact));
    }

    private static String name(Object fact) {
        return fact instanceof DeclaredRow row ? row.type() : fact.getClass().getSimpleName();
    }

    Row row(Object fact) {
        Shape shape = of(fact);
        return new Row(shape, shape.read(fact), false);
    }
}
