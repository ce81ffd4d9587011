"""The colours of maps that more than a few colours make: listed to the last digit, by pieces, by formulas.

What it is not: maps of a few colours at equal distances (`cm`, `_maps`). Start reading at `found`.
"""

import numpy as np

from .colors import Colormap, LinearSegmentedColormap, ListedColormap

NAMES = (
    "CMRmap afmhot bone cividis coolwarm copper cubehelix flag gist_heat gist_rainbow gnuplot gnuplot2 hot hsv "
    "inferno jet magma nipy_spectral ocean plasma prism rainbow seismic summer terrain turbo viridis winter"
).split()

# How the changes of the changes of the changes go from a colour to the next: all of red, then green, then blue.
# A number is twice as much, and one less where it was negative; digits of the second half are followed by another.
_DIGITS = "".join(chr(code) for code in range(35, 127) if code not in (92, 123, 125))
_TEXTS = {
    "turbo": (
        "ck5vp>cS;%#######$'$###$'$#$'$$'&'&'&'&'&%%&%%&%#.PD&)++)-'/%1%-)+-'-)+)-)++)-'-)-'-)-'-)-'-)%(,&,&,(&.&*(,$.$.&"
        "**((*(,&**&,*&*(,&,&**(+Q#5&&%&$$#&#&%(#$#&$$%*'(##(##&#&#$&%(%('*%))%%$'$#'#$'$'&)&'##%#$)&'###%%$#)()#$%#'$$&$"
        "$%$%$%#$%#$%$%#$#'&#%##$#%#$%#$%$%#$%$%#Vb+]k8UX)$%$#%$%$#%$#%$%$#%$%$#%$%&)('#$#%&)&##%##3%$#$&##$&##$&%&$%(%$$"
        "&%$&%&#&%&$%(%$$&%$&31#$#$%$$%$#$##$%$$###$##$##$#%('&%$##$#$%&(%##%'$#)$%#'##%%%$)&'%#%#%%#'&)##'$%%%#%%B:#''#+"
        "$+$+#%)%'#)'$+%%'%%+$')#'%)#)#)#)#)&@($'$$'&%%&%##%&%#$'$##$'&'&'&%%&%########g|1POy2dw7'&%$%###$%$%###$%$%###$%"
        "$'&#'&%$'&#'&%#$,P4()))+'+)))+')-%++')+)'-'+%/%-%-')+)))+')+PBPD+%+%-%)'+'')+#-''))'))''-#+)''+')%-%+%+''$*$(&*$"
        "(($(*#*($(&*$(&(&((#,&&&(($*$*&&&*$/7%%%%''$)%#)#%)#%%''$)%%%%'%%%'%%%'#''#%)&<&#%$%$##%$#%&)('$#%$##%$%&'#&'$%&"
        ")('$##%$"
    ),
    "viridis": (
        "UZt;[fS>UYWG$%&'$$%#&%#$%$%$'&%#%##%'&)#%%%''$)%)%%%-%#+%)')%')%-%%)'%+''#+#)%'%'%%'%%%$)$#)&%#%&%#$$'(#%(#%(%&$"
        "%(###&#%$%##%$)%%')-$-)/'3)7+131737555;1757-7+/-+''#%&&$,((.**0(0(0**,,*****(&**&(($*$&(&(#(&$$&($&&&$$*#&&&($(("
        "$*$(*$,&(*(**&,***(.&,,&*,(*&*&*&0%#&&$$%TP;TW$c?3153V0b&PIPCP1KI?775+1+)+'')$)%#%$%%&%##&%$#$#$#$%&$'&###$$)(%#"
        "%&%#%###%#$)$#%#%#'$%#%%#%#%%$'##'$'$%%#%##'&)$#%#%$'&'##$'$%&)()&#%$%&'&%#$##$#%&%&%#&%&'('('('&$%$$#$#&%$#&##&"
        "'*'$&%&##&##$$#&%&##&%&%(%$#$#&'(#%$$#$%#$$'$##%###'##'#'#''#')$+%''''''%+#/&+#)%%)Vp]5_^a:VjP5&*'.%$,#$($$($&#("
        "$$$&#$$$$%$$%$%%$%'$''$+$+$+%')#))%)')#-#+%)'''%)''#+%%)#%'%'#%'##'#%##%#%&'$%&'&###&#$%&$$%('*#$$$$&##($$#*'*'*"
        "%(#&#('(&#$$$#(##&$#$$$#&%$&%&%&%('$$###('#&'$$#$%#####$$'##$)('#&'%#%#'&)%$)$'+#+%'/%/+-3/75=;CKKP+P1P;PGPKQ5Q;"
        "QGR#R-R'R%Q=Q%P572P,PFQ:Q@QJQBQFQ4Q0"
    ),
    "plasma": (
        "PWQ)QQf4uR;a?YCV'S9S+QKQ%PCP/P)KEA9;5/111)/+')+%')%)#'%%$+&%%%&'#$%$###&'&%('&$#$#&'*%$&##$('$(%#&$%&$%$#$$%$$'$"
        "$#%###$'##$)&%%%&)$'&)&)$%$)$#%#%#%$%#'()$%$#%###$%##$##%&%$##$#$%&%$$##&#%(%$#$&%$$#&'*%$$%&$$%(##$#('(%&&%&%&$"
        "$#$&#$&%(%(##(##&($%$#&#,$)',07'JP#8%149+:P)'7=P+PGR1S1W-nrAPb|Lp`5FFD$P.D48202*.,(,$'0$(%##$)%')$))+'-+-'1+1+3)"
        "5-5/3133/735371555/95351533S,V8/#&%(%(%&#&#&%(%$$#&#%(%$##$##$%$########%$#'&'&)&%%###%##%%$%#'&'#%##%#%%$%%#%##"
        "%#'$#'###%#'&'#%&+('##%###%####%%&'$#%#$%##'('&)&#%$%#$#'&#%#$##%&)&#$%&#+($&'+2#58+#*+,$-2(%*.6JP$Q6[abIhmg@[Zt"
        "CP;P+P+AKE7;/7--/'+)'%'%%##$'&$%(%(#&&#($$($&&&#*$&$&$(#($#&&%&#$$#$'#$%%'$''%''%+%)))')+))'/#/'+)+%-)'+''+'%+'%"
        "')'$')$)$%'%#%$#'&'$#'('&###$'(##$###&##$$'(%$#$##$#$'('&#%$##%()&%%&),+###%#%()%%$)$'%%%$+%+$+)%+)'/+'1--/1/333"
        "/1;7373)57/%(5(D1L@FP<P.Q(QJQJS8TFW$Z$_Ng2u0P^8"
    ),
    "inferno": (
        "Pf7QW0x+8,#+'=+;C7MMCP.Y,657?1)11/)+$$(044:<J@@>B662.2%$$#'%$-')''')%'''%'%'%##+&)##%%$%#%$#'$$%#$#$'('('&$%$$&'"
        "(#$#(%$('*%&$&$#&&#(#$*%&&$&$&$&$&&#($$&&#&$&$&#$&$$$#&#&%('&$%&###&%##&%$'(%%&%$%$###$%$#$'('&%#$$%#&'&%$##%$&)"
        "##'%%')$%7-3%-P%?$P=P1/Q?P/Q3Q5Q?QKQCQEQ%PG=1BP0P.Q$PFPDPBe+TFV480<8.P$$DD(P*<0LP6&JHP8DQ840.0,&$)39EEP)PEP?PCP?"
        "PEQ?P3P)MG-/'&#.8PL0FB@@<8:42.2,(.&&&*$#&##$##'&'##%'#%'$''%#)#''#)%%'''#+#')%%)'%)#+#+$+%'%)%%'%)#%)$'%'&+&%'$#"
        "#'('$#$$%&$#$$$&%*%&$&#&&#&$$&$$&#&#(%(#$$$&%&$$#&%(%$&##&%(##&#$$$#$*'*#($&$((.($,6.(:@&N:FHHHH>6.+/=CIEEG?^^/g"
        "rBYd1P?N_Jk.HR5R$Q)7P6Q%(P*APGQ()&P'JH28<JLP&P0P8P8P@P<P:P:P<P.FD0*)1;?CGICIEG?A=;;9371/5)/-+)++%''%)#%'$)%&%$'#"
        "$%##$##%$%&%###%$$%%##%####'%$'%#%%$)#)$)#'#)#%'%%''#)#'#+&+$'%#'#'$%#'&'&'&%#&##$#$&'&%$%%%'-)33;AMP/P9Q)Q+Z%UC"
        "P'P#P+P1P1P9P;PCPGPKQ+YDZ4QJQDQ$P<P0FB40*&'#/'317;-99GI)9PA&)Q'P0P#:BP*Q&Q8R:R4S:R(S.Q@JSDP?40$"
    ),
    "magma": (
        "Pf7QWBx9<0,#%)%/1-395=TJT>C9'3///3-1-3+5-%'1/6-&>+L*J:DB>@88.2#0+,1&'309'(5%#)-%%%'+%#'$)'#%%%##)&%%%$%#%$%$%##$"
        "#%$$%$#$#$#$$#&%(%&&%($$&#*$&$*#,#,#,(*((,(,,,(0*.,..*..(0&,&(&%(''%)'+-/'-+/+---)-+)+)')'''=*(#%A#<%I&B)P=PB$Q)"
        "Q$'Q#Q*ICP>Q%P6+P-Q*QMQDPIF%GP8Q/QBR/R<S%S$S'RNS+S&S1S(S#R8R+Q:Q%P,=/P&Q'R&e+S@W..020<(84406<60>6>R*R.5.$0&0*0*."
        ">&$,24?.)P#(PG3Q%P/PMPEPIPGP?P-P%M#;>%L8BP(,P.D.P&664>..,0.&*($(&$&#$#$#$'$##%#%$'%$'#'$)##)#%'%%%)%#+#)'%'+%'+%"
        "+')+)+'+-)+-)/-)-/+-/-)/-)+-%+'#%$$&**,,.24.00:0.0.2,,0(,*((&&(#$&#4+)#%6%7$6%;(FM+P0P/#P*P162KP&G$>P+P8P3D1'6GP"
        "&P1P:PEPHPGPBPEPFPEPBPAP:P5P,P#@9.#7BP'^^/hP<YlEP6P/Y6m:1P&3P+#,-P#$*)-)G<'#'#$&**0.'FL@<:Q&@P0Q(DQ:LQ(P(P2JB0&-"
        "9=GGP#KMIKGEA?E1;=113/7#/-'+/$)%''#'%$'%&%#$'(%#$$#$##('(%$&%&##&#$##&###$$%$##%$%%$'%%%(/)#+))(;'1+)555-7;95==="
        ";==9C17;9%3)1'&#$&&,&,,.*,2(0,.*.*.*,(0&*(,*#(6-#D=*BC6.9D9(:KP0P)D/#4?LP)P8P?PJPKPLPGPLPKQ*Q#PLP=P>P/P*;007P&P1"
    ),
    "cividis": (
        "#######################RoCV[/Y|>VDPsL_5m9T5V#YER4WKP/P*RGR;S4R1;QAPD7/Q3P@+Q-PD/Q#P@PKP>/PAP8PCP:)P?P8P?P6P;QHS3"
        "S,QM&P.%P1P,P1P,(P7%P4+P+%P.%P-'P.(QCRHRERDRKQD1K7PBP=&P0P1P0P1'P6P9P@PMD8@QGR,Q3:JP(TASDP>T?$$MQ&:P1Q.6Q7Q8I*MQ"
        "(Q1P.P&Q-N%23&*P?QJP3+P%Q6P3P'Q6QCQNQMQ@P)P=QFQ=P(P6Q?Q:Q;P2P&Q3P,P(Q/P$%P<QIP005(,1P+QDP;%KQ.Q=QDQAP,P4Q=P*(#P1"
        "Q4Q)Q$Q/P4-#&P#J#,)%P%P,'P'P&#GPFQKQHPG&LMJG#LGCP>E=D=(/8EJPEP,P3P/Q/Qf,R)QU9TGRVi7U[S:RSf=+,#JU>P1V)2#K09GCP3Q#"
        "p(QKv'S*SFQ<FL8,6##2'#*'&%&)*)#(+$&'%&'&'$'&%%&'#$%###%$%$#'$$'&)&##'&%#$)(#)&#'*-(#'&'&%%$##%#&)&%$%%(%+6/CP>P%"
        "P1PF#;(@P'@3%.1,'##$'&'$$)('#&'%('%()$&-*%%&'$#'&#%%()&%%$$)(#+*%'&$+(#'$&+&$'$#%$#%#$#'&%##$%%$$'$#%&'$%$##%#$#"
        "#%$#$'$#&'&%&$%,$*<P*zMPHtDQ:VUt1^VRFVO`MW@V9,P>SCR'Y<R)P+T,S-6RF2Q8QBQDQhNW?Pf9j%V#VGMQ/R1RLRIIR&U'T.P;Q;PDR$U;"
        "R.KR&QM9*QJR/'R6R;&QNR%R0R3#R*R-R0R/(R&R+R.R+R(U7XFXKU>#R1)R4R7R>R17R8$R5,R$#R-+R.0R1P)W4Z5YBYGZ0W/P$Q0Q(U/TDP+R"
        "7R>RIRH<T1TBUCVJS#MQ;X,Z)XBU-9Q:T0VIUHQDP<RBQH^+W6P7TK5U.U-H-T&Y+Y0T)T3Y<T)#-,%)U*[#TL$TL[#U&U$[/[:[E[J[MU2UB]-]"
        ".U9V#]>]=]BUMUK]JUMV'^*V##VA_$V3/,#/0VD_MW*%V>_A`*`A`>W#WG`HW'7(WDa/`H`Ga.X1<#3W@W1'?(0X&XE(X:X1-W4aKkFkKb.9XCX<"
        "X9WJ3X?W@W6bAW,VLXGV8Q?SLWAY>]=eHb;ZLT(U3U`9]3Tk:S:"
    ),
    "coolwarm": (
        "Qrkfi?TTsppJQ_thx'QWr;lU2QzQ*SuOFU_eFVgbJWbkJXQqLXe`>XoqBXsS,Xp]JXhYHXZh2PqoP/Rdz[,PXs-POb+PSo1Pb_MPvh/Qc_5RRa9R"
        "ql%SeZ?TXi'TyzCUmw?V`v3WQa)Rkady3UirZbBQyvsT'UkP:WQS*WopNWztNWz]FWqo6WcO<V|a2Vck6UtZLUTr4T`h>ShzJRob@Wr_q@WumP-S"
        "RdCSqp/T^f+TpU#TxSETr^KTVpMRsU-PPoGSdw8`]z4PQOg$R_sULhT_f$XUVb])anty_NWf`qe7YV[@WyX.VkiLUZRJStcDR`b0PwrJc_FPORAQ"
        "aq?Rpx/TOs9UWo?VZz/QOyf(Ro|i5YowMYcQMYQPCXi^;XPe+WcRAVrpKVTVAUcT-TqeITTbKSha/SSbMRtfE"
    ),
}

# Red, green and blue, each a place and what it is there, a place and what it is there, …
_PIECES = {
    "CMRmap": (
        "0 0 .125 .15 .25 .3 .375 .6 .5 1 .625 .9 .75 .9 .875 .9 1 1",
        "0 0 .125 .15 .25 .15 .375 .2 .5 .25 .625 .5 .75 .75 .875 .9 1 1",
        "0 0 .125 .5 .25 .75 .375 .5 .5 .15 .625 0 .75 .1 .875 .5 1 1",
    ),
    "bone": (
        "0 0 .746032 .652778 1 1",
        "0 0 .365079 .319444 .746032 .777778 1 1",
        "0 0 .365079 .444444 1 1",
    ),
    "copper": (
        "0 0 .809524 1 1 1",
        "0 0 1 .7812",
        "0 0 1 .4975",
    ),
    "gist_rainbow": (
        "0 1 .03 1 .215 1 .4 0 .586 0 .77 0 .954 1 1 1",
        "0 0 .03 0 .215 1 .4 1 .586 1 .77 0 .954 0 1 0",
        "0 .16 .03 0 .215 0 .4 0 .586 1 .77 1 .954 1 1 .75",
    ),
    "hot": (
        "0 .0416 .365079 1 1 1",
        "0 0 .365079 0 .746032 1 1 1",
        "0 0 .746032 0 1 1",
    ),
    "hsv": (
        "0 1 .15873 1 .174603 .96875 .333333 .03125 .349206 0 .666667 0 .68254 .03125 .84127 .96875 .857143 1 1 1",
        "0 0 .15873 .9375 .174603 1 .507937 1 .666667 .0625 .68254 0 1 0",
        "0 0 .333333 0 .349206 .0625 .507937 1 .84127 1 .857143 .9375 1 .09375",
    ),
    "jet": (
        "0 0 .35 0 .66 1 .89 1 1 .5",
        "0 0 .125 0 .375 1 .64 1 .91 0 1 0",
        "0 .5 .11 1 .34 1 .65 0 1 0",
    ),
    "nipy_spectral": (
        "0 0 .05 .4667 .1 .5333 .15 0 .2 0 .25 0 .3 0 .35 0 .4 0 .45 0 .5 0 .55 0 .6 0 .65 .7333 .7 .9333 .75 1 "
        ".8 1 .85 1 .9 .8667 .95 .8 1 .8",
        "0 0 .05 0 .1 0 .15 0 .2 0 .25 .4667 .3 .6 .35 .6667 .4 .6667 .45 .6 .5 .7333 .55 .8667 .6 1 .65 1 .7 "
        ".9333 .75 .8 .8 .6 .85 0 .9 0 .95 0 1 .8",
        "0 0 .05 .5333 .1 .6 .15 .6667 .2 .8667 .25 .8667 .3 .8667 .35 .6667 .4 .5333 .45 0 .5 0 .55 0 .6 0 .65 0 "
        ".7 0 .75 0 .8 0 .85 0 .9 0 .95 0 1 .8",
    ),
    "seismic": ("0 0 .25 0 .5 1 .75 1 1 .5", "0 0 .25 0 .5 1 .75 0 1 0", "0 .3 .25 1 .5 1 .75 0 1 0"),
    "summer": ("0 0 1 1", "0 .5 1 1", "0 .4 1 .4"),
    "terrain": (
        "0 .2 .15 0 .25 0 .5 1 .75 .5 1 1",
        "0 .2 .15 .6 .25 .8 .5 1 .75 .36 1 1",
        "0 .6 .15 1 .25 .4 .5 .6 .75 .33 1 1",
    ),
    "winter": ("0 0 1 0", "0 0 1 1", "0 1 1 .5"),
}


def _helix(first, second):
    """A part of the colours that turn around the way from black to white."""

    def part(x):
        turned = 2 * np.pi * (0.5 / 3 - 1.5 * x)
        return x + x * (1 - x) / 2 * (first * np.cos(turned) + second * np.sin(turned))

    return part


_FORMULAS = {
    "afmhot": (lambda x: 2 * x, lambda x: 2 * x - 0.5, lambda x: 2 * x - 1),
    "cubehelix": (_helix(-0.14861, 1.78277), _helix(-0.29227, -0.90649), _helix(1.97294, 0.0)),
    "flag": (
        lambda x: 0.75 * np.sin((x * 31.5 + 0.25) * np.pi) + 0.5,
        lambda x: np.sin(x * 31.5 * np.pi),
        lambda x: 0.75 * np.sin((x * 31.5 - 0.25) * np.pi) + 0.5,
    ),
    "gist_heat": (lambda x: 1.5 * x, lambda x: 2 * x - 1, lambda x: 4 * x - 3),
    "gnuplot": (np.sqrt, lambda x: x**3, lambda x: np.sin(x * 2 * np.pi)),
    "gnuplot2": (
        lambda x: x / 0.32 - 0.78125,
        lambda x: 2 * x - 0.84,
        lambda x: np.where(x < 0.25, 4 * x, np.where(x < 0.92, -2 * x + 1.84, x / 0.08 - 11.5)),
    ),
    "ocean": (lambda x: 3 * x - 2, lambda x: np.abs((3 * x - 1) / 2), lambda x: x),
    "prism": (
        lambda x: 0.75 * np.sin((x * 20.9 + 0.25) * np.pi) + 0.67,
        lambda x: 0.75 * np.sin((x * 20.9 - 0.25) * np.pi) + 0.33,
        lambda x: -1.1 * np.sin((x * 20.9) * np.pi),
    ),
    "rainbow": (lambda x: np.abs(2 * x - 0.5), lambda x: np.sin(x * np.pi), lambda x: np.cos(x * np.pi / 2)),
}

# What was read out of `_TEXTS` already.
_read = {}


def found(name):
    """The map of that name."""
    if name in _FORMULAS:
        parts = _FORMULAS[name]
    elif name in _PIECES:
        parts = [_rows(part) for part in _PIECES[name]]
    elif name == "coolwarm":
        places = np.linspace(0, 1, 33)
        parts = [[(at, part, part) for at, part in zip(places.tolist(), column)] for column in _colors_of(name).T.tolist()]
    else:
        return _listed(name)
    return LinearSegmentedColormap(name, dict(zip(("red", "green", "blue"), parts)))


def _rows(text):
    numbers = list(map(float, text.split()))
    return tuple((at, part, part) for at, part in zip(numbers[::2], numbers[1::2]))


def _listed(name):
    """A map whose colours are listed. What is drawn goes by every fifth, between which they are on a straight way."""
    if name not in _read:
        rows = _colors_of(name)
        _read[name] = rows.tolist(), np.concatenate([rows, np.ones((len(rows), 1))], axis=1)
    colors, table = _read[name]
    made = ListedColormap.__new__(ListedColormap)
    Colormap.__init__(made, name, [tuple(color) for color in colors[::5]])
    made.colors, made._lut = colors, table
    return made


def _colors_of(name):
    """The colours that the map is made of, as rows of red, green and blue."""
    changes, number = [], 0
    for character in _TEXTS[name]:
        digit = _DIGITS.index(character)
        number = number * 44 + digit % 44
        if digit < 44:
            changes.append(-(number + 1) // 2 if number % 2 else number // 2)
            number = 0
    parts = np.array(changes).reshape(3, -1)
    for _ in range(3):
        parts = np.cumsum(parts, axis=1)
    return parts.T / {"coolwarm": 1e9, "turbo": 1e5}.get(name, 1e6)
