"""The colours of maps that more than a few colours make, listed to the last digit.

What it is not: maps by pieces and by formulas (`_formula_maps`), or of a few colours at equal distances (`cm`, `_maps`). Start reading at `found`.
"""

from itertools import accumulate

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

# What was read out of `_TEXTS` already.
_read = {}


def found(name):
    """The map of that name."""
    if name == "coolwarm":
        places = [at / 32 for at in range(33)]
        parts = [[(at, part, part) for at, part in zip(places, column)] for column in zip(*_colors_of(name))]
    elif name in _TEXTS:
        return _listed(name)
    else:
        from ._formula_maps import parts_of

        parts = parts_of(name)
    return LinearSegmentedColormap(name, dict(zip(("red", "green", "blue"), parts)))


def _listed(name):
    """A map whose colours are listed. What is drawn goes by every fifth, between which they are on a straight way."""
    if name not in _read:
        _read[name] = _colors_of(name)
    colors = _read[name]
    made = ListedColormap.__new__(ListedColormap)
    Colormap.__init__(made, name, [tuple(color) for color in colors[::5]])
    made.colors = colors
    return made


def _colors_of(name):
    """The colours that the map is made of, as rows of red, green and blue. Without numpy: many a figure needs no more."""
    changes, number = [], 0
    for character in _TEXTS[name]:
        digit = _DIGITS.index(character)
        number = number * 44 + digit % 44
        if digit < 44:
            changes.append(-(number + 1) // 2 if number % 2 else number // 2)
            number = 0
    count, whole = len(changes) // 3, {"coolwarm": 1e9, "turbo": 1e5}.get(name, 1e6)
    parts = [changes[at : at + count] for at in range(0, 3 * count, count)]
    for _ in range(3):
        parts = [list(accumulate(part)) for part in parts]
    return [[channel / whole for channel in color] for color in zip(*parts)]
