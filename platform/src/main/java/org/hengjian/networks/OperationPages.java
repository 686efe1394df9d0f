package org.hengjian.networks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An operation of the police: opening it, who is in it, what it holds, invitations to it. */
@Controller
@RequestMapping("/networks")
class OperationPages {

    private final Networks networks;
    private final Operations operations;
    private final Invitations invitations;
    private final Members members;
    private final OpenedNodes openings;
    private final Cooperations cooperations;
    private final Agencies agencies;
    private final Viewers viewers;
    private final Clock clock;

    OperationPages(
            Networks networks,
            Operations operations,
            Invitations invitations,
            Members members,
            OpenedNodes openings,
            Cooperations cooperations,
            Agencies agencies,
            Viewers viewers,
            Clock clock) {
        this.networks = networks;
        this.operations = operations;
        this.invitations = invitations;
        this.members = members;
        this.openings = openings;
        this.cooperations = cooperations;
        this.agencies = agencies;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping("/" + NetworkPages.KEY + "/operation")
    String form(@PathVariable String key, Model model) {
        viewers.require("networks.open-operation", Role.POLICE);
        var network = networks.of(key, View.PLAIN);
        model.addAttribute("network", network);
        model.addAttribute("people", operations.candidates());
        model.addAttribute("viewer", viewers.require());
        model.addAttribute(
                "cases",
                network.nodes().stream().filter(node -> node.kind() == Node.Kind.CASE).toList());
        return "networks/open";
    }

    @PostMapping("/" + NetworkPages.KEY + "/operation")
    String open(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") List<Long> member,
            @RequestParam(defaultValue = "") List<String> file,
            RedirectAttributes redirect) {
        var opened = operations.open(key, name, goal, Set.copyOf(member), Set.copyOf(file));
        if (opened.id().isEmpty()) {
            redirect.addFlashAttribute("fault", opened.why());
            redirect.addFlashAttribute("name", name);
            redirect.addFlashAttribute("goal", goal);
            return "redirect:/networks/" + key + "/operation";
        }
        Toast.of("networks.operation.opened").on(redirect);
        return "redirect:/networks/operations/" + opened.id().get();
    }

    @GetMapping("/operations/{id}")
    String operation(@PathVariable long id, Model model) {
        var operation = operations.find(id).orElseThrow(() -> new NotFound("operation " + id));
        var viewer = viewers.require();
        boolean running = operation.endedOn() == null;
        boolean leads = operation.leader() == viewer.person();
        var all = members.of(id);
        var invited = invitations.of(id);
        var open = openings.of(id);
        var held = operations.held(id);
        var named = networks.find(Stream.concat(held.stream().map(Node::key), open.stream().map(OpenedNodes.Opening::key))
                .collect(Collectors.toSet()));
        var keys = named.stream().map(Node::key).toList();
        var history = History.of(operation, invited, all, open);
        var start = networks.find(operation.key());
        model.addAttribute("operation", operation);
        model.addAttribute("viewer", viewer);
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("start", start.orElse(null));
        model.addAttribute("members", all.stream().filter(Members.Member::isIn).toList());
        model.addAttribute("ways", members.ends(all));
        model.addAttribute("invitations", invited);
        model.addAttribute("held", held);
        model.addAttribute("nodes", named.stream().collect(Collectors.toMap(Node::key, node -> node)));
        model.addAttribute("standing", open.stream()
                .filter(OpenedNodes.Opening::stands)
                .collect(Collectors.toMap(OpenedNodes.Opening::key, one -> one)));
        model.addAttribute("mine", openings.mine(keys));
        model.addAttribute("sealed", openings.sealed(id));
        model.addAttribute("mayAsk", start.filter(node -> node.kind().isSeller()).isPresent());
        model.addAttribute("history", history);
        model.addAttribute("agencies", agencies.on(
                Stream.of(
                                Stream.of(operation.agency()),
                                all.stream().map(Members.Member::agency),
                                invited.stream().map(Invitation::asked),
                                history.stream().map(History.Entry::agency))
                        .flatMap(ids -> ids)
                        .distinct()
                        .toList(),
                LocalDate.now(clock)));
        model.addAttribute("leads", leads && running);
        model.addAttribute("running", running);
        var in = all.stream().filter(Members.Member::isIn).map(Members.Member::person).collect(Collectors.toSet());
        model.addAttribute("isIn", in.contains(viewer.person()));
        model.addAttribute(
                "candidates",
                leads && running
                        ? operations.candidates().stream().filter(person -> !in.contains(person.id())).toList()
                        : List.of());
        return "networks/operation";
    }

    @PostMapping("/operations/{id}/ending")
    String end(@PathVariable long id, RedirectAttributes redirect) {
        Toast.of(operations.end(id) ? "networks.operation.ended" : "networks.operation.ended.not").on(redirect);
        return page(id);
    }

    /** Agencies that can be invited, for the field's suggestions. */
    @GetMapping("/agencies")
    String agencies(@RequestParam(name = "agency", defaultValue = "") String words, Model model) {
        model.addAttribute("agencies", invitations.suggested(words));
        return "networks/agencies";
    }

    @PostMapping("/operations/{id}/invitations")
    String invite(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String reach,
            RedirectAttributes redirect) {
        var refused = invitations.invite(id, agency, person, purpose, reach);
        if (refused.isPresent()) {
            redirect.addFlashAttribute("agency", agency);
            redirect.addFlashAttribute("person", person);
            redirect.addFlashAttribute("purpose", purpose);
            redirect.addFlashAttribute("reach", reach);
        }
        return done(refused, "networks.invited", id, redirect, "#invite");
    }

    @PostMapping("/operations/{id}/members")
    String takeIn(@PathVariable long id, @RequestParam(defaultValue = "") List<Long> member, RedirectAttributes redirect) {
        return done(members.takeIn(id, Set.copyOf(member)), "networks.member.in", id, redirect, "#members");
    }

    @PostMapping("/operations/{id}/members/{member}/ending")
    String endMember(
            @PathVariable long id,
            @PathVariable long member,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") long invitation,
            RedirectAttributes redirect) {
        var refused = members.end(member, reason);
        String to = invitation > 0 ? "redirect:/networks/invitations/" + invitation : page(id);
        if (refused.isPresent()) {
            redirect.addFlashAttribute("fault", refused.get().why());
            return invitation > 0 ? to : to + "#members";
        }
        Toast.of("networks.member.out").on(redirect);
        // Who left does not see the operation any more.
        return operations.find(id).isPresent() || invitation > 0 ? to : "redirect:/networks";
    }

    @PostMapping("/operations/{id}/openings")
    String openNode(@PathVariable long id, @RequestParam(defaultValue = "") String node, RedirectAttributes redirect) {
        var refused = openings.open(id, node);
        refused.ifPresent(_ -> redirect.addFlashAttribute("node", node));
        return done(refused, "networks.opening.done", id, redirect, "#held");
    }

    @PostMapping("/operations/{id}/openings/{opening}/closing")
    String closeNode(@PathVariable long id, @PathVariable long opening, RedirectAttributes redirect) {
        return done(openings.close(opening), "networks.opening.closed", id, redirect, "#held");
    }

    /** Asks the agency that keeps what one may not see, at the thing where the operation begins. */
    @PostMapping("/operations/{id}/cooperation")
    String ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long agency,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        var operation = operations.find(id).orElseThrow(() -> new NotFound("operation " + id));
        if (openings.sealed(id).stream().noneMatch(one -> one.id() == agency)) {
            return done(Optional.of(new Refused("networks.ask.fault.agency")), "", id, redirect, "#sealed");
        }
        return done(cooperations.askOf(operation.key(), agency, words), "networks.asked", id, redirect, "#sealed");
    }

    @GetMapping("/invitations/{id}")
    String invitation(@PathVariable long id, Model model) {
        var invitation = invitations.find(id).orElseThrow(() -> new NotFound("invitation " + id));
        var viewer = viewers.require();
        var joined = members.by(invitation);
        model.addAttribute("invitation", invitation);
        model.addAttribute("viewer", viewer);
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("agencies", invitations.named(List.of(invitation.inviting(), invitation.asked())));
        model.addAttribute("mayAnswer", invitations.mayAnswer(invitation));
        model.addAttribute("people", invitation.person() == null ? invitations.joinable() : List.of());
        model.addAttribute("joined", joined);
        model.addAttribute("ways", members.ends(joined));
        model.addAttribute("maySee", operations.find(invitation.operation()).isPresent());
        return "networks/invitation";
    }

    @PostMapping("/invitations/{id}/answer")
    String answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") List<Long> member,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        var refused = verdict.matches("accept|decline")
                ? invitations.answer(id, verdict.equals("accept"), Set.copyOf(member), words)
                : Optional.of(new Refused("networks.invitation.fault.verdict"));
        if (refused.isPresent()) {
            redirect.addFlashAttribute("fault", refused.get().why());
            redirect.addFlashAttribute("words", words);
            redirect.addFlashAttribute("picked", Set.copyOf(member));
        } else {
            Toast.of("networks.invitation.done." + verdict).on(redirect);
        }
        return "redirect:/networks/invitations/" + id;
    }

    @PostMapping("/invitations/{id}/withdrawing")
    String withdraw(@PathVariable long id, RedirectAttributes redirect) {
        long operation = invitations.find(id).orElseThrow(() -> new NotFound("invitation " + id)).operation();
        return done(invitations.withdraw(id), "networks.invitation.withdrawn.done", operation, redirect, "#invitations");
    }

    private static String done(
            Optional<Refused> refused, String toast, long operation, RedirectAttributes redirect, String at) {
        if (refused.isPresent()) {
            redirect.addFlashAttribute("fault", refused.get().why());
            return page(operation) + at;
        }
        Toast.of(toast).on(redirect);
        return page(operation);
    }

    private static String page(long id) {
        return "redirect:/networks/operations/" + id;
    }
}
