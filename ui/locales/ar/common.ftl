# What several screens share: fields, dialogs, time, passwords.

fault-title = حدث خلل
fault-text = توقفت النافذة بسبب خلل. لم يُفقد شيء: ما حُفظ موجود في الملف.
fault-again = البدء من جديد

field-optional = اختياري
dialog-close = إغلاق
code-strip = الرمز { $code }

check-email-at = تنقص العنوان العلامة @ وما بعدها، كما في name@post.example.
check-email-domain = ينقص العنوان ما بعد العلامة @، مثل post.example.

# ---- passwords
password-show = إظهار كلمة المرور
password-hide = إخفاء كلمة المرور
strength-0 = ضعيفة جدًا
strength-1 = ضعيفة
strength-2 = مقبولة
strength-3 = جيدة
strength-4 = قوية
strength-label = قوة كلمة المرور: { $word }، { $score } من 4
strength-label-none = قوة كلمة المرور: لم يُكتب شيء بعد
strength-advice-length =
    { $min ->
        [zero] { $min } حرف
        [one] حرف واحد
        [two] حرفان
        [few] { $min } أحرف
        [many] { $min } حرفًا
       *[other] { $min } حرف
    } على الأقل. ومن المفيد اختيار عدة كلمات لا صلة بينها.
strength-advice-0 = تخمينها سهل جدًا. ومن المفيد اختيار عدة كلمات لا صلة بينها.
strength-advice-1 = تخمينها سهل. ومن المفيد اختيار عدة كلمات لا صلة بينها.
strength-advice-2 = ما زال تخمينها سهلًا بعض الشيء. وتقوّيها كلمة أخرى.
strength-advice-3 = جيدة. وكلمة واحدة أخرى تجعلها قوية.
strength-advice-4 = قوية.

# ---- time
time-exact = { $weekday } { $date }، { $time } { $zone }
time-short = { $date }، { $time }
time-just-now = قبل لحظات
time-in-moments = بعد لحظات
time-in-minutes = بعد { $n ->
        [zero] { $n } دقيقة
        [one] دقيقة
        [two] دقيقتين
        [few] { $n } دقائق
        [many] { $n } دقيقة
       *[other] { $n } دقيقة
    }
time-minutes-ago = قبل { $n ->
        [zero] { $n } دقيقة
        [one] دقيقة
        [two] دقيقتين
        [few] { $n } دقائق
        [many] { $n } دقيقة
       *[other] { $n } دقيقة
    }
time-in-hours = بعد { $n ->
        [zero] { $n } ساعة
        [one] ساعة
        [two] ساعتين
        [few] { $n } ساعات
        [many] { $n } ساعة
       *[other] { $n } ساعة
    }
time-hours-ago = قبل { $n ->
        [zero] { $n } ساعة
        [one] ساعة
        [two] ساعتين
        [few] { $n } ساعات
        [many] { $n } ساعة
       *[other] { $n } ساعة
    }
time-in-days = بعد { $n ->
        [zero] { $n } يوم
        [one] يوم
        [two] يومين
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
time-days-ago = قبل { $n ->
        [zero] { $n } يوم
        [one] يوم
        [two] يومين
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
time-in-months = بعد { $n ->
        [zero] { $n } شهر
        [one] شهر
        [two] شهرين
        [few] { $n } أشهر
        [many] { $n } شهرًا
       *[other] { $n } شهر
    }
time-months-ago = قبل { $n ->
        [zero] { $n } شهر
        [one] شهر
        [two] شهرين
        [few] { $n } أشهر
        [many] { $n } شهرًا
       *[other] { $n } شهر
    }
time-in-years = بعد { $n ->
        [zero] { $n } سنة
        [one] سنة
        [two] سنتين
        [few] { $n } سنوات
        [many] { $n } سنة
       *[other] { $n } سنة
    }
time-years-ago = قبل { $n ->
        [zero] { $n } سنة
        [one] سنة
        [two] سنتين
        [few] { $n } سنوات
        [many] { $n } سنة
       *[other] { $n } سنة
    }

# ---- size of the window's contents
zoom-now = الحجم: { $percent } %
