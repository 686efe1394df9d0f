package org.hengjian;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform 衡鉴: one process, one module a room. */
@SpringBootApplication
public class Platform {

    public static void main(String[] args) {
        SpringApplication.run(Platform.class, args);
    }
}
