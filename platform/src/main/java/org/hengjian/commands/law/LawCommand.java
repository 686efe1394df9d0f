package org.hengjian.commands.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hengjian.law.Law;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code law VERB [FILE|-]}: reads one JSON object, a list, or JSON Lines, and writes the same shape. Needs no server.
 * Exit 0: all answered; 1: some refused; 2: nothing understood.
 */
@Command(
        name = "law",
        description = "Ask the law: deadlines, criminal thresholds, penalties, competence, with sources.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            LawCommand.DeadlineVerb.class,
            LawCommand.CrimesVerb.class,
            LawCommand.PenaltyVerb.class,
            LawCommand.CompetenceVerb.class,
            LawCommand.ExplainVerb.class
        })
public final class LawCommand implements Callable<Integer> {

    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return NOT_UNDERSTOOD;
    }

    /** What all verbs share: a file in, answers out. */
    abstract static class Verb implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "FILE",
                description = "JSON or JSON Lines; - or nothing for standard input")
        private @Nullable Path file;

        @Override
        public Integer call() throws IOException {
            String text = read();
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            int code = answer(spec.name(), text, out, err);
            out.flush();
            err.flush();
            return code;
        }

        private String read() throws IOException {
            Path path = file;
            if (path != null && !path.toString().equals("-")) {
                if (Files.isDirectory(path)) {
                    throw new IllegalArgumentException(path + " is a folder, not a file.");
                }
                return Files.readString(path, StandardCharsets.UTF_8);
            }
            InputStream in = System.in;
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static int answer(String verb, String text, PrintWriter out, PrintWriter err) {
        return answer(verb, text, new LawAnswers(Law.load()), out, err);
    }

    /** Reads one object, a list or lines, and writes the same shape; the code is that of the command. */
    static int answer(String verb, String text, LawAnswers law, PrintWriter out, PrintWriter err) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        String input = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (input.isBlank()) {
            err.println("hengjian law " + verb + ": there is nothing to read.");
            return NOT_UNDERSTOOD;
        }
        try {
            LawAnswers.Reply reply = law.answer(verb, mapper.readTree(input));
            out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(reply.body()));
            return reply.refused() ? REFUSED : 0;
        } catch (JacksonException single) {
            return lines(verb, input, mapper, law, out, err, single);
        }
    }

    private static int lines(
            String verb,
            String input,
            JsonMapper mapper,
            LawAnswers law,
            PrintWriter out,
            PrintWriter err,
            JacksonException single) {
        List<String> lines = input.lines().toList();
        int read = 0;
        int refused = 0;
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            try {
                JsonNode node = mapper.readTree(line);
                LawAnswers.Reply reply = law.answer(verb, node);
                read++;
                refused += reply.refused() ? 1 : 0;
                answers.append(mapper.writeValueAsString(reply.body())).append('\n');
            } catch (JacksonException broken) {
                refused++;
                var error = mapper.createObjectNode().putNull("id");
                error.putObject("error")
                        .put("pointer", "")
                        .put("line", i + 1)
                        .put("reason", "is not JSON: " + broken.getOriginalMessage());
                answers.append(mapper.writeValueAsString(error)).append('\n');
            }
        }
        if (read == 0) {
            err.println("hengjian law " + verb + ": this is not JSON: " + single.getOriginalMessage());
            return NOT_UNDERSTOOD;
        }
        out.print(answers);
        return refused > 0 ? REFUSED : 0;
    }

    @Command(name = "deadline", description = "When a duty falls due, with every day counted or not, and why.")
    static final class DeadlineVerb extends Verb {}

    @Command(name = "crimes", description = "Whether facts reach a criminal threshold, by which trigger and version.")
    static final class CrimesVerb extends Verb {}

    @Command(name = "penalty", description = "The range of an administrative penalty, by legal basis and date.")
    static final class PenaltyVerb extends Verb {}

    @Command(name = "competence", description = "Which agency is competent, and who decides a conflict.")
    static final class CompetenceVerb extends Verb {}

    @Command(name = "explain", description = "A parameter's value on a day, its versions, sentences and articles.")
    static final class ExplainVerb extends Verb {}
}
