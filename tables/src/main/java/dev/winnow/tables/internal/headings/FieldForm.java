package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Han;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Scale;
import dev.winnow.tables.internal.cells.TextList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a value is filled in: its choices, and the unit of a figure. */
public final class FieldForm {

    private final Language language;
    private final Universe universe;
    private final EntryKinds kinds;
    private @Nullable KnownAmounts amounts;
    private final HeadingCatalogue catalogue = HeadingCatalogue.get();

    /** @param universe source of the cities, chains and words to choose from, and of the currency */
    public FieldForm(Language language, Universe universe) {
        this.language = language;
        this.universe = universe;
        this.kinds = EntryKinds.of(universe.vocabulary());
    }

    /** The unit of a figure, as in a heading; null if it has none. */
    public @Nullable String unit(Property property) {
        Unit unit = property.unit();
        if (unit == null || unit.isPlain()) {
            return null;
        }
        if (unit.isShare()) {
            return "%";
        }
        if (unit.isDeclared()) {
            return unit.sign(language);
        }
        boolean yuan = universe.money().equals(Unit.MONEY);
        return language.equals(Language.ZH) && yuan
                ? "亿元"
                : "bn " + universe.money().sign();
    }

    /** The largest number in that unit that is taken without a question; null if there is no limit. */
    public @Nullable String most(Property property) {
        String unit = unit(property);
        if (unit == null || !KnownAmounts.isCounted(property)) {
            return null;
        }
        KnownAmounts known = amounts == null ? KnownAmounts.of(universe) : amounts;
        amounts = known;
        BigDecimal most = known.most(property, unit, universe.money());
        return most == null ? null : most.toPlainString();
    }

    /** The possible values of a cell, in the words of the language; empty if any value is possible. */
    public List<String> choices(Property property) {
        if (property.type() == Property.Type.FLAG) {
            return List.of(word("true"), word("false"));
        }
        RatingLevels levels = property.unit() == null ? null : property.unit().levels();
        if (levels != null) {
            return levels.each().stream().map(level -> level.write(language)).toList();
        }
        if (!property.choices().isEmpty()) {
            return property.choices().stream()
                    .map(value -> word(property, value))
                    .toList();
        }
        return property.refers() == null || property.namesFirms() ? List.of() : names(property.refers());
    }

    /** The levels of a rating with their descriptions; empty for other values. */
    public List<String> anchors(Property property) {
        Scale scale = property.declared() == null ? null : property.declared().scale();
        return scale == null ? List.of() : scale.anchors(language);
    }

    private String word(Property property, String value) {
        DeclaredProperty declared = property.declared();
        LocalName called = declared == null || declared.isCore()
                ? null
                : declared.wordNames().get(value);
        return called == null ? word(value) : called.inLanguage(language);
    }

    private String word(String value) {
        HeadingCatalogue.Words words = catalogue.value(value);
        EntryKind list = words == null ? kinds.find("cities." + value) : null;
        return words != null ? words.first(language) : list == null ? value : catalogue.sheetName(list, language);
    }

    /** Unambiguous names of the universe's entries of a list. */
    private List<String> names(String list) {
        NameLookup names = NameLookup.of(universe);
        List<String> called = new ArrayList<>();
        universe.called(list).forEach((id, words) -> {
            String name = words.stream()
                    .map(word -> Names.inLanguage(language, word))
                    .filter(word -> !language.equals(Language.ZH) || Han.isIn(word))
                    .filter(word -> names.ids(list, word).size() == 1
                            && TextList.split(word).size() == 1)
                    .findFirst()
                    .orElse(id);
            called.add(name);
        });
        return called;
    }
}
