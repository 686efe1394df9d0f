package org.hengjian.commands;

import org.hengjian.commands.audit.AuditCommand;
import org.hengjian.commands.domains.DomainsCommand;
import org.hengjian.commands.evidence.EvidenceCommand;
import org.hengjian.commands.law.LawCommand;
import org.hengjian.commands.pictures.PicturesCommand;
import org.hengjian.commands.screen.ScreenCommand;
import org.hengjian.commands.trace.TraceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The door for people at a terminal. {@code ./hengjian} starts it; the launcher's own list of verbs is the same as the
 * one here, and a test compares them.
 *
 * <p>Exit codes: 0 done, 1 refused or failed, 2 not understood.
 */
@Command(
        name = "hengjian",
        description = "Hengjian 衡鉴: find, prove and follow up counterfeit and infringing goods.",
        versionProvider = BuiltVersion.class,
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ScreenCommand.class,
            DomainsCommand.class,
            PicturesCommand.class,
            TraceCommand.class,
            LawCommand.class,
            AuditCommand.class,
            EvidenceCommand.class
        },
        scope = CommandLine.ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
public final class Hengjian {

    private Hengjian() {}

    /** A server keeps the process alive after this returns; every other verb ends with it. */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Hengjian()).setExecutionExceptionHandler(new PlainWords());
    }
}
