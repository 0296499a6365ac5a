package dev.winnow.language.check;

import dev.winnow.language.syntax.Consequence;
import dev.winnow.language.syntax.RuleFile;
import dev.winnow.language.vocabulary.FactType.Kind;
import dev.winnow.language.vocabulary.FactType.Value;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.value.Unit;
import java.util.Set;

/**
 * Checks the arguments before the text of a consequence. Each case returns whether it may be undecided how far the rule
 * holds.
 */
record ConsequenceTyping(RuleFile file, Typing typing, Set<String> criteria) implements Consequence.Cases<Boolean> {

    @Override
    public Boolean award(Consequence.Award award) {
        return false;
    }

    @Override
    public Boolean awardShare(Consequence.AwardShare award) {
        Value part = typing.figure(award.part(), Message.of("the part"));
        Value whole = typing.figure(award.whole(), Message.of("the whole"));
        if (!Typing.sameKind(part, whole)) {
            file.report(
                    award.whole().spot(),
                    Message.of("a share of %s in %s means nothing", Typing.words(part), Typing.words(whole)),
                    null);
        }
        return part.open() || whole.open();
    }

    @Override
    public Boolean knockOut(Consequence.KnockOut stop) {
        return false;
    }

    @Override
    public Boolean redFlag(Consequence.RedFlag flag) {
        return false;
    }

    @Override
    public Boolean cap(Consequence.Cap cap) {
        if (!criteria.contains(cap.capped())) {
            file.report(
                    cap.criterion().spot(),
                    Message.of("pack.yaml has no criterion `%s`", cap.capped()),
                    Nearest.advice(cap.capped(), criteria));
        }
        Value ceiling = typing.figure(cap.ceiling(), Message.of("the ceiling"));
        if (Typing.isMoney(ceiling)) {
            file.report(
                    cap.ceiling().spot(),
                    Message.of("a ceiling is a score from 0 to 100, not %s", Unit.MONEY.words()),
                    null);
        }
        return false;
    }

    @Override
    public Boolean note(Consequence.Note note) {
        return false;
    }

    @Override
    public Boolean suggest(Consequence.Suggest advice) {
        Value district = typing.of(advice.district());
        if (district.kind() != Kind.TEXT && !district.isUntyped()) {
            file.report(
                    advice.district().spot(),
                    Message.of(
                            "`%s` names a district, not %s",
                            "card.suggest", district.kind().words()),
                    null);
        }
        return false;
    }

    @Override
    public Boolean unread(Consequence.Unread unread) {
        return false;
    }
}
