package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the units of the declared numbers of a vocabulary.yaml. Units of the same name are one unit and must be
 * declared alike.
 */
final class DeclaredUnits {

    private static final String KEY = "unit";

    /** The first unit declared with each name. */
    private final Map<String, Unit> units = new HashMap<>();

    private final Map<String, Place> places = new HashMap<>();

    /**
     * Returns the unit of a declaration; null if it has none, or an unusable one, which is a problem.
     *
     * @param type the declared type; null if it could not be read
     */
    @Nullable
    Unit read(Node declaration, @Nullable DeclaredType type, List<Problem> wrong) {
        Node said = declaration.get(KEY);
        if (said == null) {
            return null;
        }
        if (type != null && (!Unit.NUMBER.equals(type.unit()) || type.rating() != null)) {
            wrong.add(said.problem(
                    Message.of("`%s` is only for `%s` facts", KEY, "number"),
                    type.unit() == null || type.rating() != null
                            ? null
                            : Message.of("money and shares have units of their own")));
            return null;
        }
        LocalName name = Labels.local(declaration, KEY, VocabularyKeys.LONGEST_UNIT, wrong);
        if (name == null) {
            return null;
        }
        Unit unit = Unit.of(name.inLanguage(Language.EN), name.inLanguage(Language.ZH));
        for (Language language : Language.values()) {
            String sign = unit.sign(language);
            if (!standsBehindNumbers(unit, language)) {
                wrong.add(said.problem(
                        Message.of("`%s` cannot follow a number", sign),
                        Message.of("use a word or letters, such as `%s` or `%s`", "MW", "litres")));
                return null;
            }
            Unit before = units.putIfAbsent(sign, unit);
            Place place = places.putIfAbsent(sign, said.place());
            if (before != null && place != null && !before.equals(unit)) {
                wrong.add(said.problem(
                        Message.of("the unit `%s` is declared differently at %s", sign, place),
                        Message.of("declare it the same way in both places")));
                return null;
            }
        }
        return unit;
    }

    /** Whether figures of a unit can be read as they are written, and its name has no other meaning after a number. */
    private static boolean standsBehindNumbers(Unit unit, Language language) {
        String sign = unit.sign(language);
        boolean letter = Character.isLetter(sign.codePointAt(0)) || sign.startsWith("°");
        return letter
                && sign.indexOf(',') < 0
                && !FigureText.isTaken(sign)
                && List.of(
                                Figure.exactly(2, unit),
                                Figure.stated(Amount.of(2), Bound.AT_LEAST, unit, null),
                                Figure.between(Amount.of(2), Amount.of(3), unit))
                        .stream()
                        .allMatch(figure -> figure.equals(FigureText.parse(figure.write(language), unit, null)
                                .figure()));
    }
}
