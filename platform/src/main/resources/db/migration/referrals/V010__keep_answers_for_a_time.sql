call access.keep_answers_for_a_time('referrals');
