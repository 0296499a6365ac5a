package dev.winnow.console;

import dev.winnow.console.input.RecordsInput;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.terminal.Notices;
import dev.winnow.web.internal.workbench.Session;
import org.jspecify.annotations.Nullable;

/**
 * A run of {@code winnow serve}, before it takes requests.
 *
 * @param session the work that its views show
 * @param input the options that name universe and pack
 * @param records the records; null if none are used
 * @param further the further statements, such as the judgements of a panel; null for none
 * @param notices reports problems of further files
 */
public record Serving(
        Session session,
        InputOptions input,
        @Nullable RecordsInput records,
        @Nullable FurtherInput further,
        Notices notices) {}
