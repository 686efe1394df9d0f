package org.hengjian.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 导出案卷: asked with a purpose, answered with a file. */
@Controller
@RequestMapping("/evidence/case/{id:\\d+}/export")
class CaseExportPages {

    private static final int PURPOSE_MOST = 500;

    private final CaseExport export;
    private final Cases cases;
    private final Viewers viewers;

    CaseExportPages(CaseExport export, Cases cases, Viewers viewers) {
        this.export = export;
        this.cases = cases;
        this.viewers = viewers;
    }

    @GetMapping
    String ask(@PathVariable long id, Model model) {
        viewers.require("evidence.export", CaseExport.EXPORTERS);
        model.addAttribute("file", file(id));
        model.addAttribute("forms", CaseExport.Form.values());
        model.addAttribute("chosen", CaseExport.Form.PDF.name());
        model.addAttribute("isMissing", false);
        return "evidence/export";
    }

    @PostMapping
    @Nullable ModelAndView give(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "PDF") String form,
            @RequestParam(defaultValue = "") String sealed,
            HttpServletResponse response)
            throws IOException {
        viewers.require("evidence.export", CaseExport.EXPORTERS);
        var file = file(id);
        var kind = form.equals(CaseExport.Form.BAGIT.name()) ? CaseExport.Form.BAGIT : CaseExport.Form.PDF;
        if (purpose.isBlank() || purpose.length() > PURPOSE_MOST) {
            return new ModelAndView("evidence/export")
                    .addObject("file", file)
                    .addObject("forms", CaseExport.Form.values())
                    .addObject("chosen", kind.name())
                    .addObject("isMissing", true);
        }
        var bundle = export.bundle(file, kind, !sealed.isEmpty(), purpose.strip());
        response.setContentType(kind == CaseExport.Form.PDF ? "application/pdf" : "application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                file.name() + "案卷." + kind.ending().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        export.write(bundle, kind, response.getOutputStream());
        return null; // the answer is written
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }
}
