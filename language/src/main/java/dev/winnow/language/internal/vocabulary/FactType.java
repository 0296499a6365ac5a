package dev.winnow.language.internal.vocabulary;

import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.DeclaredValues;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact type that rules may match, as described by a vocabulary.
 *
 * @param name its name in rule files
 * @param record the record of its facts
 * @param properties its components that rules may read, in order
 * @param list the city's list it belongs to; null if it belongs to none
 * @param source reads the evidence of a row as a whole; null if the type has none
 * @param described its description in the vocabulary
 */
public record FactType(
        String name,
        Class<? extends Record> record,
        Map<String, Property> properties,
        @Nullable String list,
        @Nullable Reader source,
        DeclaredList described) {

    /** The lists of core types whose rows have ids of their own. */
    private static final Map<String, String> OWN = Map.of(
            "ChainLink",
            "links",
            "IndustrialChain",
            "chains",
            "Fund",
            "funds",
            "City",
            "cities",
            "Project",
            "projects");

    /** The kind of value of a component or an expression. */
    public enum Kind {
        TEXT("a text"),
        LIST("a list"),
        FIGURE("a figure"),
        DATE("a date"),
        FLAG("true or false"),
        /** Kind of an expression with a reported mistake. */
        UNTYPED("anything");

        private final String template;

        Kind(String template) {
            this.template = template;
        }

        /** Returns the name of a value of this kind in messages: {@code a date}. */
        public Message words() {
            return Message.of(template);
        }
    }

    /**
     * The type of a value.
     *
     * @param kind the kind of value
     * @param unit the unit; null unless it is a figure
     * @param open whether it may be unknown, or known only as an interval
     * @param words the only words that a text, or an item of a list, may have; empty if unrestricted
     */
    public record Value(Kind kind, @Nullable Unit unit, boolean open, List<String> words) {

        public Value {
            words = List.copyOf(words);
        }

        /** Creates a type without a closed list of words. */
        public Value(Kind kind, @Nullable Unit unit, boolean open) {
            this(kind, unit, open, List.of());
        }

        /** Whether a mistake in it is reported, so that it is compatible with every type. */
        public boolean isUntyped() {
            return kind == Kind.UNTYPED;
        }
    }

    /** Reads a component of a fact. Thread-safe; equal results for the same fact. */
    public interface Reader {

        /**
         * {@return the value of the component; null if it is unknown}
         *
         * @param fact a fact of the component's type
         */
        @Nullable
        Object of(Object fact);
    }

    /**
     * A component that rules may read.
     *
     * @param refers the list of the universe whose ids it contains, by its name in {@link
     *     dev.winnow.model.result.Names}; null if it contains none
     * @param reader reads the component
     * @param described its description in the vocabulary; null for the city of a row
     */
    public record Property(
            String name,
            Value value,
            @Nullable String refers,
            Reader reader,
            @Nullable DeclaredProperty described) {

        @Override
        public Reader reader() {
            return reader instanceof Accessor accessor ? accessor.linked() : reader;
        }

        /** {@return the only words that a text may have; empty if unrestricted} */
        public List<String> words() {
            return value.words();
        }

        /**
         * {@return its declaration if its values are stored with the declared values; null for a component of the
         * record}
         */
        public @Nullable DeclaredProperty declared() {
            return reader instanceof Accessor ? null : described;
        }

        public @Nullable Object of(Object fact) {
            return reader.of(fact);
        }

        /** {@return the levels of a rating; null for other types} */
        public @Nullable RatingLevels levels() {
            return value.unit() == null ? null : value.unit().levels();
        }

        /**
         * {@return reads the component as conditions see it: an unknown rating is one of its levels, so that conditions
         * which hold for all levels are certain}
         */
        public Reader evaluated() {
            RatingLevels levels = levels();
            Reader plain = reader();
            if (levels == null) {
                return plain;
            }
            Figure unknown = levels.whole();
            return fact -> {
                Object known = plain.of(fact);
                return known == null ? unknown : known;
            };
        }

        /** {@return its name in a language: {@code yield rate}, {@code 良率}} */
        public String words(Language language) {
            return described == null
                    ? Vocabulary.spoken(name, language)
                    : described.name().inLanguage(language);
        }

        /** {@return the name of a word of its closed list in a language} */
        public String word(String word, Language language) {
            LocalName called = described == null ? null : described.wordNames().get(word);
            return called == null ? Vocabulary.spokenWord(word, language) : called.inLanguage(language);
        }

        /** {@return the Chinese predicate of a subject for which it is true or false} */
        public String claim(boolean holds) {
            String claim = described == null ? null : described.claim(holds, Language.ZH);
            return claim != null ? claim : words(Language.ZH) + (holds ? "为是" : "为否");
        }
    }

    /** Returns the components that identify a row; empty if the type belongs to no list of a city. */
    public List<String> key() {
        return described.key();
    }

    /** Returns the declaration of the list of its rows; null if a record of the core represents them. */
    public @Nullable DeclaredList declared() {
        return record == DeclaredRow.class ? described : null;
    }

    /** Returns the noun for one of its facts in a language: {@code lead user}, {@code 龙头用户}. */
    public String words(Language language) {
        return described.rowCalled().inLanguage(language);
    }

    /** Returns the name of a component in a language. */
    public String words(String component, Language language) {
        Property property = properties.get(component);
        return property == null ? Vocabulary.spoken(component, language) : property.words(language);
    }

    /** Returns the component that alone identifies a row of a city's list; null if there is none. */
    public @Nullable String onlyKey() {
        Property property = list == null || key().size() != 1 ? null : properties.get(key().get(0));
        return property == null || property.value().kind() != Kind.TEXT ? null : property.name();
    }

    /** Whether a component is shown to readers but hidden from rules: no vocabulary describes it. */
    public boolean isForReaders(String component) {
        return record != DeclaredRow.class
                && !properties.containsKey(component)
                && Stream.of(record.getRecordComponents())
                        .filter(one -> one.getType() != Evidence.class && one.getType() != DeclaredValues.class)
                        .anyMatch(one -> one.getName().equals(component));
    }

    /** Returns the evidence of a row as a whole; null if its type has none. */
    public @Nullable Evidence evidence(Object fact) {
        return source == null ? null : (Evidence) source.of(fact);
    }

    /** Returns the component that only written rows have; null for a type without unwritten rows. */
    public @Nullable String written() {
        return list != null ? Vocabulary.CITY : record == Milestone.class ? "reached" : null;
    }

    /**
     * Returns a type.
     *
     * @param record the record of its facts
     * @param described its description in the core, or that of the rows of a declared list
     * @param more the properties that a pack adds
     */
    static FactType of(Class<? extends Record> record, DeclaredList described, List<DeclaredProperty> more) {
        boolean isList = !described.key().isEmpty();
        Map<String, Accessor> accessors = Accessor.of(record);
        Reader source = null;
        for (RecordComponent component : record.getRecordComponents()) {
            source = component.getType() == Evidence.class ? accessors.get(component.getName()) : source;
        }
        Map<String, Property> properties = new LinkedHashMap<>();
        if (isList) {
            Reader city = Objects.requireNonNull(accessors.get(Vocabulary.CITY));
            properties.put(
                    Vocabulary.CITY,
                    new Property(Vocabulary.CITY, new Value(Kind.TEXT, null, true), "cities", city, null));
        }
        List<DeclaredProperty> all = new ArrayList<>(described.properties());
        all.addAll(more);
        for (DeclaredProperty property : all) {
            Component said = property.component();
            if (said.name().equals(Vocabulary.MILESTONES_COMPLETE)) {
                continue; // a statement about the record, later when the record grows: no rule may hold because of it
            }
            Reader accessor = accessors.get(said.name());
            Reader reader = accessor != null ? accessor : DeclaredReader.of(record, said.name());
            // Every component of an unwritten row may be unknown, also the day of a milestone.
            boolean open = isList
                    || said.nullable()
                    || (record == Milestone.class && said.name().equals("reached"));
            Value value = new Value(kind(said.kind()), said.unit(), open, said.words());
            properties.put(
                    said.name(), new Property(said.name(), value, refers(described.row(), property), reader, property));
        }
        return new FactType(
                described.row(),
                record,
                Collections.unmodifiableMap(properties),
                isList ? described.name() : null,
                source,
                described);
    }

    private static Kind kind(Component.Kind kind) {
        return switch (kind) {
            case TEXT -> Kind.TEXT;
            case TEXTS -> Kind.LIST;
            case FIGURE -> Kind.FIGURE;
            case DATE -> Kind.DATE;
            case FLAG -> Kind.FLAG;
            case EVIDENCE -> throw new IllegalStateException("evidence is not a property");
        };
    }

    private static @Nullable String refers(String type, DeclaredProperty property) {
        Component said = property.component();
        if (said.refers() != null || !property.isCore()) {
            return said.refers();
        }
        return switch (said.name()) {
            case "id" -> OWN.get(type);
            case "chain" -> "chains";
            default -> null;
        };
    }
}
